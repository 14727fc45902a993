package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ServerVersion;
import java.util.Map;
import java.util.Set;

/** Which of PostgreSQL's own types it converts to which. */
final class PostgresConversions {

    /** Types that are read from each text and written as one. */
    private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "name");

    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private static final Map<String, Set<String>> OTHERS = Map.ofEntries(
            Map.entry("integer", Set.of("money", "oid", "bit")),
            Map.entry("bigint", Set.of("money", "oid", "bit")),
            Map.entry("smallint", Set.of("oid")),
            Map.entry("numeric", Set.of("money")),
            Map.entry("money", Set.of("numeric")),
            Map.entry("oid", Set.of("integer", "bigint")),
            Map.entry("bit", Set.of("bit varying", "integer", "bigint")),
            Map.entry("bit varying", Set.of("bit")),
            Map.entry("json", Set.of("jsonb")),
            Map.entry(
                    "jsonb",
                    Set.of("json", "boolean", "smallint", "integer", "bigint", "numeric", "real", "double precision")),
            Map.entry("date", Set.of("timestamp without time zone", "timestamp with time zone")),
            Map.entry("time without time zone", Set.of("time with time zone", "interval")),
            Map.entry("time with time zone", Set.of("time without time zone")),
            Map.entry("interval", Set.of("time without time zone")),
            Map.entry(
                    "timestamp without time zone",
                    Set.of("date", "time without time zone", "timestamp with time zone")),
            Map.entry(
                    "timestamp with time zone",
                    Set.of("date", "time without time zone", "time with time zone", "timestamp without time zone")),
            Map.entry("cidr", Set.of("inet")),
            Map.entry("inet", Set.of("cidr")),
            Map.entry("macaddr", Set.of("macaddr8")),
            Map.entry("macaddr8", Set.of("macaddr")),
            Map.entry("point", Set.of("box")),
            Map.entry("lseg", Set.of("point")),
            Map.entry("path", Set.of("polygon")),
            Map.entry("box", Set.of("point", "lseg", "polygon", "circle")),
            Map.entry("polygon", Set.of("point", "path", "box", "circle")),
            Map.entry("circle", Set.of("point", "box", "polygon")));

    private PostgresConversions() {}

    /** Whether some values of a type become such of another. True where one of them is not PostgreSQL's own. */
    static boolean exists(ColumnType from, ColumnType to, ServerVersion version) {
        if (from.array() != to.array()) {
            return TEXTS.contains(from.name()) && !from.array()
                    || TEXTS.contains(to.name()) && !to.array()
                    || !isBuiltIn(from)
                    || !isBuiltIn(to);
        }
        return from.name().equals(to.name())
                || TEXTS.contains(from.name())
                || TEXTS.contains(to.name())
                || !isBuiltIn(from)
                || !isBuiltIn(to)
                || NUMBERS.contains(from.name()) && NUMBERS.contains(to.name())
                || isTruth(from, to)
                || OTHERS.getOrDefault(from.name(), Set.of()).contains(to.name())
                || !version.atLeast(15)
                        && from.name().equals("path")
                        && to.name().equals("point")
                || version.atLeast(18) && isBytes(from, to);
    }

    /** Numbers and truths convert by way of what plans say; of arrays, only those that the server converts itself. */
    private static boolean isTruth(ColumnType from, ColumnType to) {
        Set<String> numbers = from.array() ? Set.of("integer") : NUMBERS;
        return from.name().equals("boolean") && numbers.contains(to.name())
                || to.name().equals("boolean") && numbers.contains(from.name());
    }

    private static boolean isBytes(ColumnType from, ColumnType to) {
        return from.name().equals("bytea") && INTEGERS.contains(to.name())
                || to.name().equals("bytea") && INTEGERS.contains(from.name());
    }

    private static boolean isBuiltIn(ColumnType type) {
        return PostgresColumns.isBuiltIn(type);
    }
}
