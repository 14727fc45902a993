package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.schema.ColumnType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says what data go with changes. What a database refuses to convert is not lost: the step fails. */
final class Losses {

    private static final Set<String> CHARACTERS =
            Set.of("character varying", "text", "varchar", "char", "tinytext", "mediumtext", "longtext");
    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint", "tinyint", "mediumint", "int");
    private static final Set<String> DECIMALS = Set.of("numeric", "decimal");

    private Losses() {}

    static List<String> of(DatabaseEngine engine, List<Change> changes) {
        return of(engine, changes, changes);
    }

    /** What goes with some of all changes. */
    static List<String> of(DatabaseEngine engine, List<Change> changes, List<Change> all) {
        return changes.stream()
                .flatMap(
                        change -> isLastOfComputed(change, all) ? lost((ColumnChange.Drop) change) : of(engine, change))
                .toList();
    }

    /** What is computed can be computed again, but not when the column comes back to hold values of its own. */
    private static boolean isLastOfComputed(Change change, List<Change> all) {
        return change instanceof ColumnChange.Drop drop
                && drop.column().generated() != null
                && all.stream()
                        .anyMatch(each -> each instanceof ColumnChange.Add add
                                && add.table().equals(drop.table())
                                && add.column().name().equals(drop.column().name())
                                && add.column().generated() == null);
    }

    private static Stream<String> lost(ColumnChange.Drop drop) {
        return Stream.of("the values of " + drop.table() + "." + drop.column().name());
    }

    private static Stream<String> of(DatabaseEngine engine, Change change) {
        if (change instanceof TableChange.Drop drop) {
            return Stream.of("all rows of " + drop.table());
        }
        if (change instanceof ColumnChange.Drop drop && drop.column().generated() == null) {
            return lost(drop);
        }
        if (change instanceof ColumnChange.Alter alter
                && alter.aspect() == ColumnAspect.TYPE
                && !isExact(engine, alter.before().type(), alter.after().type())) {
            return Stream.of("what of the values of " + alter.table() + "."
                    + alter.after().name() + " does not fit " + alter.after().type() + ", if it is rounded or cut");
        }
        if (change instanceof ColumnChange.Alter alter
                && alter.aspect() == ColumnAspect.TYPE
                && engine.family() == EngineFamily.MYSQL
                && alter.after().type().name().equals("char")
                && CHARACTERS.contains(alter.before().type().name())
                && !alter.before().type().name().equals("char")) {
            return Stream.of("spaces at the end of the values of " + alter.table() + "."
                    + alter.after().name() + ", which " + alter.after().type() + " does not keep");
        }
        if (change instanceof ColumnChange.Alter alter
                && alter.aspect() == ColumnAspect.TYPE
                && engine == DatabaseEngine.POSTGRESQL
                && isShorter(alter.before().type(), alter.after().type())) {
            return Stream.of("spaces at the end of the values of " + alter.table() + "."
                    + alter.after().name() + ", if those are longer than "
                    + alter.after().type());
        }
        return Stream.empty();
    }

    /** PostgreSQL refuses texts that are too long, but leaves out spaces at their end without a word. */
    private static boolean isShorter(ColumnType from, ColumnType to) {
        return CHARACTERS.contains(from.name())
                && CHARACTERS.contains(to.name())
                && to.length() != null
                && (from.length() == null || from.length() > to.length());
    }

    /** Whether each value is the same afterwards, or refused. */
    static boolean isExact(DatabaseEngine engine, ColumnType from, ColumnType to) {
        if (engine.family() == EngineFamily.SQLITE) {
            return SqliteConversions.isExact(from, to);
        }
        if (from.array() || to.array()) {
            // a cast that is said would cut texts of another type
            return from.array() == to.array()
                    && (from.name().equals(to.name()) || INTEGERS.contains(from.name()) && INTEGERS.contains(to.name()))
                    && isExact(engine, element(from), element(to));
        }
        if (engine.family() == EngineFamily.MYSQL && MySqlConversions.isExact(from, to)) {
            return true;
        }
        if (CHARACTERS.contains(to.name())) {
            return CHARACTERS.contains(from.name()) || INTEGERS.contains(from.name()) || DECIMALS.contains(from.name());
        }
        if (INTEGERS.contains(from.name())) {
            return INTEGERS.contains(to.name()) || DECIMALS.contains(to.name());
        }
        if (DECIMALS.contains(from.name()) && DECIMALS.contains(to.name())) {
            return to.scale() == null || from.scale() != null && to.scale() >= from.scale();
        }
        if (from.name().equals("cidr") && to.name().equals("inet")) {
            return true;
        }
        if (from.name().equals("bit varying") && to.name().equals("bit varying")) {
            return to.length() == null || from.length() != null && to.length() >= from.length();
        }
        boolean time = from.name().startsWith("time")
                || from.name().equals("datetime")
                || from.name().startsWith("interval");
        return time && from.name().equals(to.name()) && digits(engine, to) >= digits(engine, from);
    }

    private static ColumnType element(ColumnType array) {
        return new ColumnType(
                array.sql(),
                array.name(),
                array.length(),
                array.precision(),
                array.scale(),
                array.unsigned(),
                false,
                array.labels());
    }

    private static int digits(DatabaseEngine engine, ColumnType type) {
        if (type.precision() != null) {
            return type.precision();
        }
        return engine == DatabaseEngine.POSTGRESQL ? 6 : 0;
    }
}
