package dev.dataflow.model;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Names in the database: how long they may be, and how those of constraints are made. The processor gives these names, and
 * migrations tell by them what was made for a model.
 */
public final class DatabaseName {

    /** The longest name in bytes of UTF-8 that every database keeps whole; PostgreSQL has the lowest limit. */
    public static final int MAXIMUM_BYTES = 63;

    private static final int HASH_LENGTH = 8;

    private DatabaseName() {}

    /** Whether a name fits. */
    public static boolean fits(String name) {
        return bytes(name) <= MAXIMUM_BYTES;
    }

    /**
     * The name of a constraint or index: the prefix, the table and the columns, cut and hashed when too long.
     *
     * @param prefix such as {@code uk}
     * @param table the table
     * @param columns the columns
     */
    public static String constraint(String prefix, String table, List<String> columns) {
        String name = prefix + "_" + table + "_" + String.join("_", columns);
        if (fits(name)) {
            return name;
        }
        return cut(name, MAXIMUM_BYTES - HASH_LENGTH - 1) + "_" + Hash.of(name);
    }

    private static String cut(String name, int bytes) {
        int end = 0;
        while (end < name.length()) {
            int next = name.offsetByCodePoints(end, 1);
            if (bytes(name.substring(0, next)) > bytes) {
                break;
            }
            end = next;
        }
        return name.substring(0, end);
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
