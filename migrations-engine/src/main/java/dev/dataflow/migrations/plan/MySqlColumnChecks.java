package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The checks that MariaDB keeps with columns, as it does for JSON: a column that is said anew without its check loses it. */
final class MySqlColumnChecks {

    private final SchemaDiff diff;
    private final boolean back;

    /**
     * The checks of columns.
     *
     * @param diff the differences
     * @param back whether changes take the differences back
     */
    MySqlColumnChecks(SchemaDiff diff, boolean back) {
        this.diff = diff;
        this.back = back;
    }

    /** Whether a change is of a column's own check. */
    static boolean isOwn(Change change) {
        return change instanceof CheckChange check && check.check().keptInColumn();
    }

    /** The changes of a column's own check. */
    static List<Change> of(String table, String column, List<Change> changes) {
        return changes.stream().filter(change -> isOf(change, table, column)).toList();
    }

    /** Whether one of the changes says the column of a check anew, and so the check. */
    static boolean goesWithColumn(CheckChange check, List<Change> changes) {
        return changes.stream()
                .anyMatch(change -> change instanceof ColumnChange column
                        && column.table().equals(check.table())
                        && takes(column, check));
    }

    private static boolean takes(ColumnChange change, CheckChange check) {
        String name = String.valueOf(check.check().name());
        if (change instanceof ColumnChange.Alter alter) {
            return alter.after().name().equals(name);
        }
        if (change instanceof ColumnChange.Add add) {
            return !check.isDrop() && add.column().name().equals(name);
        }
        return check.isDrop()
                && change instanceof ColumnChange.Drop drop
                && drop.column().name().equals(name);
    }

    private static boolean isOf(Change change, String table, String column) {
        return isOwn(change)
                && ((CheckChange) change).table().equals(table)
                && column.equals(((CheckChange) change).check().name());
    }

    /** The check that a column has after some changes; none while others are still to come. */
    Optional<Check> after(String table, String column, List<Change> changes) {
        if (!of(table, column, changes).isEmpty()) {
            return of(table, column, changes).stream()
                    .map(CheckChange.class::cast)
                    .filter(change -> !change.isDrop())
                    .map(CheckChange::check)
                    .findFirst();
        }
        if (!of(table, column, diff.changes()).isEmpty()) {
            return Optional.empty();
        }
        return Stream.of(diff.after(), diff.before())
                .flatMap(schema -> table(schema, table).stream())
                .flatMap(each -> each.checks().stream())
                .filter(check -> check.keptInColumn() && column.equals(check.name()))
                .findFirst();
    }

    /** The column of a check that changes alone: checks go before columns change, and come after that. */
    Column column(String table, String column, List<Change> changes) {
        boolean comes = of(table, column, changes).stream().anyMatch(change -> !((CheckChange) change).isDrop());
        Stream<Schema> schemas =
                comes == back ? Stream.of(diff.before(), diff.after()) : Stream.of(diff.after(), diff.before());
        return schemas.flatMap(schema -> table(schema, table).stream())
                .flatMap(each -> each.column(column).stream())
                .findFirst()
                .orElseThrow();
    }

    private Optional<Table> table(Schema schema, String name) {
        Optional<String> old = diff.changes().stream()
                .filter(change -> change instanceof TableChange.Rename rename
                        && rename.to().equals(name))
                .map(change -> ((TableChange.Rename) change).from())
                .findFirst();
        return schema == diff.before() && old.isPresent() ? schema.table(old.get()) : schema.table(name);
    }
}
