package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.identifier.ObjectName;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.script.PartText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Columns of PostgreSQL that come or may no longer be NULL while others write. */
final class PostgresOnlineColumns {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private final PartText text = new PartText(DatabaseEngine.POSTGRESQL);
    private final PlanOptions options;
    private final Steps steps;
    private final Backfills backfills;
    private final BiFunction<String, String, Step> validation;

    /**
     * Makes steps for columns.
     *
     * @param options how differences are planned
     * @param steps what makes steps
     * @param backfills what gives rows values
     * @param validation the step that validates a constraint of a table
     */
    PostgresOnlineColumns(
            PlanOptions options, Steps steps, Backfills backfills, BiFunction<String, String, Step> validation) {
        this.options = options;
        this.steps = steps;
        this.backfills = backfills;
        this.validation = validation;
    }

    /** The steps of a column whose rows get values of their own; none for others, which come at once. */
    List<Step> add(ColumnChange.Add add) {
        Column column = add.column();
        String value = value(add);
        if (value == null || column.identity() != null || column.generated() != null) {
            return List.of();
        }
        List<String> statements = new ArrayList<>(steps.of(
                        List.of(new ColumnChange.Add(add.table(), PostgresValues.bare(column))),
                        Step.Transaction.SHARED)
                .statements());
        String setDefault = PostgresValues.setDefault(add.table(), column);
        if (setDefault != null) {
            statements.add(setDefault);
        }
        List<Step> all = new ArrayList<>();
        Step plain = steps.of(List.of(add), Step.Transaction.OWN);
        all.add(steps.of(List.of(add), statements, Step.Transaction.OWN, plain.inverse()));
        all.add(backfills.step(steps, add.table(), column, value));
        if (!column.nullable()) {
            all.addAll(notNull(List.of(), add.table(), column));
        }
        return all;
    }

    /** The steps of a column that may no longer be NULL; none for others. */
    List<Step> alter(List<Change> changes) {
        List<Change> others = new ArrayList<>(changes);
        others.removeIf(change -> change instanceof ColumnChange.Alter alter && PostgresValues.isNotNull(alter));
        boolean counted = others.stream()
                .anyMatch(change -> change instanceof ColumnChange.Alter alter
                        && alter.aspect() == ColumnAspect.IDENTITY
                        && alter.after().identity() != null);
        if (others.size() == changes.size() || counted) {
            // numbers of its own need a column that is not NULL
            return List.of();
        }
        ColumnChange.Alter alter = (ColumnChange.Alter) changes.stream()
                .filter(change -> !others.contains(change))
                .findFirst()
                .orElseThrow();
        List<Step> all = new ArrayList<>();
        if (!others.isEmpty()) {
            all.add(steps.of(others, Step.Transaction.SHARED));
        }
        String value = backfills.value(alter.table(), alter.after());
        if (value != null) {
            all.add(backfills.step(steps, alter.table(), alter.after(), value));
        }
        all.addAll(notNull(List.of(alter), alter.table(), alter.after()));
        return all;
    }

    private @Nullable String value(ColumnChange.Add add) {
        String given = backfills.value(add.table(), add.column());
        String defaultValue = add.column().defaultValue();
        return given != null || defaultValue == null || !options.volatility().isVolatile(defaultValue)
                ? given
                : "DEFAULT";
    }

    /** What says so already need not be looked at under the lock: a constraint of its own, before version 18 a check. */
    private List<Step> notNull(List<Change> changes, String table, Column column) {
        String quoted = QUOTING.quote(column.name());
        String alter = "ALTER TABLE " + QUOTING.quote(table) + " ";
        if (options.version().atLeast(18)) {
            String name = ObjectName.of("nn", table, column.name());
            Inverse back = changes.isEmpty()
                    ? new Inverse(List.of(), null)
                    : new Inverse(List.of(PostgresValues.alter(table, column) + " DROP NOT NULL"), null);
            return List.of(
                    steps.of(
                            changes,
                            List.of(alter + "ADD CONSTRAINT " + QUOTING.quote(name) + " NOT NULL " + quoted
                                    + " NOT VALID"),
                            Step.Transaction.OWN,
                            back),
                    validation.apply(table, name));
        }
        String name = ObjectName.of("nn", table, column.name());
        String drop = alter + "DROP CONSTRAINT " + QUOTING.quote(name);
        String add = alter + "ADD " + text.check(Check.of(name, quoted + " IS NOT NULL")) + " NOT VALID";
        List<String> set = List.of(PostgresValues.alter(table, column) + " SET NOT NULL", drop);
        Step last = changes.isEmpty()
                ? steps.of(changes, set, Step.Transaction.OWN, new Inverse(List.of(), null))
                : steps.of(changes, set, Step.Transaction.OWN);
        return List.of(
                steps.helper(add, Step.Transaction.OWN, alter + "DROP CONSTRAINT IF EXISTS " + QUOTING.quote(name)),
                validation.apply(table, name),
                last);
    }
}
