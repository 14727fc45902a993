package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.schema.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which conversions of MySQL and MariaDB keep every value as it is, or refuse it. */
final class MySqlConversions {

    private static final Set<String> TEXTS = Set.of("varchar", "tinytext", "text", "mediumtext", "longtext");
    private static final Set<String> BYTES = Set.of("varbinary", "tinyblob", "blob", "mediumblob", "longblob");
    private static final Set<String> PRINTED =
            Set.of("char", "enum", "set", "json", "date", "time", "datetime", "year");

    /** Whole numbers that a type with a mantissa has all of. */
    private static final Map<String, Set<String>> MANTISSAS =
            Map.of("float", Set.of("tinyint", "smallint"), "double", Set.of("tinyint", "smallint", "mediumint", "int"));

    private MySqlConversions() {}

    static boolean isExact(ColumnType from, ColumnType to) {
        if (to.name().equals("char")) {
            return from.name().equals("char")
                    || from.name().equals("enum")
                    || from.name().equals("set");
        }
        if (TEXTS.contains(to.name())) {
            return PRINTED.contains(from.name());
        }
        if (BYTES.contains(to.name())) {
            return BYTES.contains(from.name()) || from.name().equals("binary");
        }
        return isExtended(from, to)
                || from.name().equals("date") && to.name().equals("datetime")
                || to.precision() == null
                        && MANTISSAS.getOrDefault(to.name(), Set.of()).contains(from.name());
    }

    /** Whether no label is missing; those of a set are kept by their places. */
    private static boolean isExtended(ColumnType from, ColumnType to) {
        List<String> labels = from.labels();
        if (labels.isEmpty() || !from.name().equals(to.name())) {
            return false;
        }
        return from.name().equals("enum")
                ? to.labels().containsAll(labels)
                : to.labels().size() >= labels.size()
                        && to.labels().subList(0, labels.size()).equals(labels);
    }
}
