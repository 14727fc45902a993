package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's plain steps, with values for rows that are there where somebody gives them. */
final class PostgresValues {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private final Steps steps;
    private final Backfills backfills;

    PostgresValues(Steps steps, Backfills backfills) {
        this.steps = steps;
        this.backfills = backfills;
    }

    Step step(List<Change> changes) {
        Step plain = steps.of(changes, Step.Transaction.SHARED);
        if (changes.get(0) instanceof ColumnChange.Add add) {
            String value = backfills.value(add.table(), add.column());
            return value == null ? plain : filled(plain, add, value);
        }
        for (Change change : changes) {
            if (change instanceof ColumnChange.Alter alter && isNotNull(alter)) {
                String value = backfills.value(alter.table(), alter.after());
                return value == null ? plain : filled(plain, alter, value);
            }
        }
        return plain;
    }

    static boolean isNotNull(ColumnChange.Alter alter) {
        return alter.aspect() == ColumnAspect.NULLABILITY && !alter.after().nullable();
    }

    /** What a column of rows that are there gets before its default is known. */
    static Column bare(Column column) {
        return column.withNullable(true).withDefault(null);
    }

    static @Nullable String setDefault(String table, Column column) {
        return column.defaultValue() == null ? null : alter(table, column) + " SET DEFAULT " + column.defaultValue();
    }

    static String alter(String table, Column column) {
        return "ALTER TABLE " + QUOTING.quote(table) + " ALTER COLUMN " + QUOTING.quote(column.name());
    }

    private Step filled(Step plain, ColumnChange.Add add, String value) {
        Column column = add.column();
        List<String> statements = new ArrayList<>(
                steps.of(List.of(new ColumnChange.Add(add.table(), bare(column))), Step.Transaction.SHARED)
                        .statements());
        statements.add(backfills.statement(add.table(), column, value));
        String setDefault = setDefault(add.table(), column);
        if (setDefault != null) {
            statements.add(setDefault);
        }
        if (!column.nullable()) {
            statements.add(alter(add.table(), column) + " SET NOT NULL");
        }
        return steps.of(plain.changes(), statements, Step.Transaction.SHARED, plain.inverse());
    }

    private Step filled(Step plain, ColumnChange.Alter alter, String value) {
        List<String> statements = new ArrayList<>(plain.statements());
        int at = statements.indexOf(alter(alter.table(), alter.after()) + " SET NOT NULL");
        statements.add(at, backfills.statement(alter.table(), alter.after(), value));
        return steps.of(plain.changes(), statements, Step.Transaction.SHARED, plain.inverse());
    }
}
