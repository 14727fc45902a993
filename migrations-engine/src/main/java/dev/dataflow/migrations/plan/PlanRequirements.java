package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnName;
import dev.dataflow.migrations.schema.ServerVersion;
import java.util.List;
import java.util.stream.Stream;

/** Looks whether options fit differences: a version that is supported, and values for rows, all that are needed and no others. */
final class PlanRequirements {

    private PlanRequirements() {}

    static void check(SchemaDiff diff, PlanOptions options) {
        DatabaseEngine engine = diff.before().engine();
        ServerVersion oldest = ServerVersion.oldest(engine);
        if (!options.version().atLeast(oldest)) {
            throw failure(
                    ErrorCode.VERSION_UNSUPPORTED,
                    "there are no plans for " + engine.label() + " " + options.version(),
                    "the oldest version whose statements are known is " + oldest,
                    "plan for the version that `ServerVersions.read` tells, and upgrade a server that is older");
        }
        unknown(diff, options);
        if (options.online()) {
            missing(diff, options);
        }
    }

    private static void unknown(SchemaDiff diff, PlanOptions options) {
        List<String> taking = diff.changes().stream()
                .filter(change -> change instanceof ColumnChange)
                .flatMap(change -> taking((ColumnChange) change))
                .map(PlanRequirements::text)
                .distinct()
                .sorted()
                .toList();
        List<String> wrong = options.values().keySet().stream()
                .map(PlanRequirements::text)
                .filter(name -> !taking.contains(name))
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            throw failure(
                    ErrorCode.VALUE_UNUSED,
                    "values are given for what takes none: `" + String.join("`, `", wrong) + "`",
                    taking.isEmpty()
                            ? "no column comes, and none that could hold NULL may no longer"
                            : "columns that come, or may no longer be NULL, are `" + String.join("`, `", taking) + "`",
                    "name the table and the column as they are called after the change, or leave the value out");
        }
    }

    private static Stream<ColumnName> taking(ColumnChange change) {
        if (change instanceof ColumnChange.Add add) {
            boolean counted = add.column().generated() != null || add.column().identity() != null;
            return counted ? Stream.empty() : Stream.of(name(add.table(), add.column()));
        }
        return change instanceof ColumnChange.Alter alter
                        && alter.aspect() == ColumnAspect.NULLABILITY
                        && !alter.after().nullable()
                ? Stream.of(name(alter.table(), alter.after()))
                : Stream.empty();
    }

    private static void missing(SchemaDiff diff, PlanOptions options) {
        List<String> missing = diff.changes().stream()
                .filter(change -> change instanceof ColumnChange.Add add && isOpen(add.column()))
                .map(change -> (ColumnChange.Add) change)
                .map(add -> name(add.table(), add.column()))
                .filter(name -> !options.values().containsKey(name))
                .map(PlanRequirements::text)
                .toList();
        if (!missing.isEmpty()) {
            throw failure(
                    ErrorCode.VALUE_MISSING,
                    "these columns have no value for rows that are there: `" + String.join("`, `", missing) + "`",
                    "they come to a table that is there, may not be NULL and have no default",
                    "give each an expression with `--value` or `PlanOptions.withValue`, or the column a default, or let it be NULL");
        }
    }

    /** Whether a column needs a value and has none of its own. */
    static boolean isOpen(Column column) {
        return !column.nullable()
                && column.defaultValue() == null
                && column.identity() == null
                && column.generated() == null;
    }

    private static ColumnName name(String table, Column column) {
        return new ColumnName(table, column.name());
    }

    private static String text(ColumnName name) {
        return name.table() + "." + name.column();
    }

    private static SchemaException failure(ErrorCode code, String what, String why, String fix) {
        return new SchemaException(new Problem(code, what, why, fix), null);
    }
}
