package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.schema.ColumnType;
import java.util.Locale;
import java.util.stream.Stream;

/** Which conversions of SQLite keep every value as it is, or refuse it: what a column does to values is its affinity. */
final class SqliteConversions {

    private enum Affinity {
        NUMBER,
        REAL,
        TEXT,
        NONE
    }

    private SqliteConversions() {}

    static boolean isExact(ColumnType from, ColumnType to) {
        Affinity wanted = affinity(to);
        return wanted == Affinity.NONE
                || wanted == affinity(from)
                || wanted == Affinity.TEXT && name(from).contains("INT");
    }

    /** By the rules of SQLite, of which the first that holds counts; INTEGER and NUMERIC keep the same, ANY all. */
    private static Affinity affinity(ColumnType type) {
        String name = name(type);
        if (name.contains("INT")) {
            return Affinity.NUMBER;
        }
        if (Stream.of("CHAR", "CLOB", "TEXT").anyMatch(name::contains)) {
            return Affinity.TEXT;
        }
        if (name.isEmpty() || name.contains("BLOB") || name.equals("ANY")) {
            return Affinity.NONE;
        }
        return Stream.of("REAL", "FLOA", "DOUB").anyMatch(name::contains) ? Affinity.REAL : Affinity.NUMBER;
    }

    private static String name(ColumnType type) {
        return type.sql().toUpperCase(Locale.ROOT);
    }
}
