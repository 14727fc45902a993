package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What becomes of values when a column gets another type. */
enum TypeTransition {
    /** All values stay as they are stored. */
    WIDENED,
    /** A value is added behind the others of an enum or set in a column of MySQL. */
    APPENDED,
    /** All values are written anew, and each stays what it is. */
    REWRITTEN,
    /** All values are written anew, and those that do not fit fail, are rounded or cut. */
    NARROWED,
    /** A point in time becomes what a clock shows, or the other way round. */
    ZONE,
    /** Only the collation changes. */
    COLLATED;

    private static final Set<String> TEXTS = Set.of("text", "character varying");
    private static final List<String> INTEGERS =
            List.of("tinyint", "smallint", "mediumint", "integer", "int", "bigint");
    private static final Map<String, Integer> BYTES =
            Map.of("tinyint", 1, "smallint", 2, "mediumint", 3, "integer", 4, "int", 4, "bigint", 8);

    static TypeTransition of(DatabaseEngine engine, Column before, Column after) {
        ColumnType from = before.type();
        ColumnType to = after.type();
        if (from.equals(to)) {
            return COLLATED;
        }
        if (engine.family() == EngineFamily.MYSQL) {
            return mySql(before, after);
        }
        if (engine == DatabaseEngine.SQLITE) {
            return to.name().equals("ANY")
                            || to.name().equals("TEXT") && from.name().equals("INTEGER")
                    ? REWRITTEN
                    : NARROWED;
        }
        boolean collated = !Objects.equals(before.collation(), after.collation());
        return !collated && isWider(from, to) ? WIDENED : isZone(from, to) ? ZONE : written(from, to);
    }

    /** Where PostgreSQL knows that nothing has to be written. */
    private static boolean isWider(ColumnType from, ColumnType to) {
        if (from.array() || to.array()) {
            return from.array() && to.array() && from.name().equals(to.name()) && isLonger(from, to);
        }
        if (TEXTS.contains(from.name()) && TEXTS.contains(to.name())) {
            return isLonger(from, to);
        }
        if (from.name().equals("cidr") && to.name().equals("inet")) {
            return true;
        }
        if (!from.name().equals(to.name())) {
            return false;
        }
        if (from.name().equals("numeric")) {
            return to.precision() == null
                    || from.precision() != null
                            && to.precision() >= from.precision()
                            && Objects.equals(from.scale(), to.scale());
        }
        if (from.name().startsWith("time") || from.name().startsWith("interval")) {
            return to.precision() == null || from.precision() != null && to.precision() >= from.precision();
        }
        return from.name().equals("bit varying") && isLonger(from, to);
    }

    private static boolean isLonger(ColumnType from, ColumnType to) {
        return to.length() == null || from.length() != null && to.length() >= from.length();
    }

    private static boolean isZone(ColumnType from, ColumnType to) {
        return from.name().startsWith("timestamp")
                && to.name().startsWith("timestamp")
                && !from.name().equals(to.name())
                && !from.array()
                && !to.array();
    }

    private static TypeTransition written(ColumnType from, ColumnType to) {
        boolean text = TEXTS.contains(to.name()) && to.length() == null && !from.array();
        boolean digits = to.name().equals("numeric") && to.precision() == null;
        return text || isLargerInteger(from, to) || digits && INTEGERS.contains(from.name()) ? REWRITTEN : NARROWED;
    }

    private static boolean isLargerInteger(ColumnType from, ColumnType to) {
        return INTEGERS.contains(from.name())
                && INTEGERS.contains(to.name())
                && from.array() == to.array()
                && from.unsigned() == to.unsigned()
                && BYTES.get(to.name()) > BYTES.get(from.name());
    }

    private static TypeTransition mySql(Column before, Column after) {
        ColumnType from = before.type();
        ColumnType to = after.type();
        boolean collated = !Objects.equals(before.collation(), after.collation());
        if (!from.labels().isEmpty() && from.name().equals(to.name())) {
            boolean appended = to.labels().size() >= from.labels().size()
                    && to.labels().subList(0, from.labels().size()).equals(from.labels())
                    && storage(from) == storage(to);
            return appended && !collated ? APPENDED : NARROWED;
        }
        if (from.name().equals(to.name()) && from.name().startsWith("var") && from.length() != null) {
            int bytes = from.name().equals("varbinary") ? 1 : MySqlCharacters.bytes(after.collation());
            boolean sameWidth = from.length() * bytes < 256 == to.length() * bytes < 256;
            return to.length() < from.length() ? NARROWED : sameWidth && !collated ? WIDENED : REWRITTEN;
        }
        boolean text = (to.name().endsWith("text") || to.name().equals("varchar"))
                && from.name().equals("varchar");
        boolean decimal = from.name().equals("decimal")
                && to.name().equals("decimal")
                && to.scale() != null
                && from.scale() != null
                && to.precision() != null
                && from.precision() != null
                && to.scale() >= from.scale()
                && to.precision() - to.scale() >= from.precision() - from.scale()
                && from.unsigned() == to.unsigned();
        return isLargerInteger(from, to) || text || decimal ? REWRITTEN : NARROWED;
    }

    /** Bytes of an enum's number, or of a set's bits. */
    private static int storage(ColumnType type) {
        int labels = type.labels().size();
        return type.name().equals("enum") ? labels < 256 ? 1 : 2 : (labels + 7) / 8;
    }
}
