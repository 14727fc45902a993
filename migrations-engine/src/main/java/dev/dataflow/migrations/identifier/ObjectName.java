package dev.dataflow.migrations.identifier;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Makes names of constraints and indexes that the models leave open. */
public final class ObjectName {

    /** The longest name in bytes of UTF-8 that every database keeps whole; PostgreSQL has the lowest limit. */
    private static final int MOST_BYTES = 63;

    private ObjectName() {}

    /**
     * A name: the prefix, the table and the column, cut and given a checksum when too long.
     *
     * @param prefix such as {@code ix}
     * @param table the table
     * @param column the column
     */
    public static String of(String prefix, String table, String column) {
        String name = prefix + "_" + table + "_" + column;
        return bytes(name) <= MOST_BYTES ? name : marked(name);
    }

    /** The name cut to leave room, and a checksum of the whole name. */
    public static String marked(String name) {
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        String mark = "_" + HexFormat.of().toHexDigits(checksum.getValue(), 8);
        StringBuilder cut = new StringBuilder();
        int left = MOST_BYTES - mark.length();
        for (int i = 0; i < name.length(); i = name.offsetByCodePoints(i, 1)) {
            String next = Character.toString(name.codePointAt(i));
            left -= bytes(next);
            if (left < 0) {
                break;
            }
            cut.append(next);
        }
        return cut + mark;
    }

    /** How many bytes of UTF-8 a name takes. */
    public static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
