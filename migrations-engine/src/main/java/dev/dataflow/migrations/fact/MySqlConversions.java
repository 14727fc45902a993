package dev.dataflow.migrations.fact;

import dev.dataflow.migrations.schema.ColumnType;
import java.util.Map;
import java.util.Set;

/** Which conversions of MySQL and MariaDB take every value, be it rounded. All others may refuse some. */
final class MySqlConversions {

    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Set<String> NUMBERS =
            Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "double", "float");
    private static final Set<String> BYTES =
            Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "bit", "geometry");
    private static final Set<String> TEXTS = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");
    private static final Map<String, Set<String>> TIMES = Map.of(
            "date", Set.of("datetime"),
            "datetime", Set.of("date", "time", "datetime"),
            "timestamp", Set.of("date", "time", "datetime", "timestamp"),
            "time", Set.of("time"),
            "year", Set.of("year"));

    /** Digits before the point that each FLOAT has. */
    private static final int FLOAT_DIGITS = 38;

    private MySqlConversions() {}

    /** Whether a value may be refused for another reason than its length or, where both are numbers, its range. */
    static boolean mayFail(ColumnType from, ColumnType to) {
        if (NUMBERS.contains(from.name()) && NUMBERS.contains(to.name())) {
            return isFloat(to) && !isTaken(from, to);
        }
        if (TEXTS.contains(to.name())) {
            boolean unlimited = to.name().equals("longtext");
            return BYTES.contains(from.name()) || from.name().equals("json") && !unlimited;
        }
        if (BYTES.contains(to.name())) {
            boolean bit = to.name().equals("bit");
            boolean grows = bit && from.name().equals("bit") && size(from) <= size(to);
            return bit && !grows || from.name().equals("json") && !to.name().equals("longblob");
        }
        boolean precise = from.precision() == null || to.precision() != null && to.precision() >= from.precision();
        return !TIMES.getOrDefault(from.name(), Set.of()).contains(to.name()) || !precise;
    }

    private static boolean isFloat(ColumnType type) {
        return type.name().equals("float") || type.name().equals("double");
    }

    private static boolean isTaken(ColumnType from, ColumnType to) {
        if (to.precision() != null) {
            return false;
        }
        if (to.name().equals("double")
                || INTEGERS.contains(from.name())
                || from.name().equals("float")) {
            return true;
        }
        return from.name().equals("decimal")
                && from.precision() != null
                && from.precision() - (from.scale() == null ? 0 : from.scale()) <= FLOAT_DIGITS;
    }

    private static int size(ColumnType type) {
        return type.length() != null ? type.length() : type.precision() != null ? type.precision() : 1;
    }
}
