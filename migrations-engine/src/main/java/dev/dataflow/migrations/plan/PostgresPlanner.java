package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.EnumTypeChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans for PostgreSQL: all that can be is in one transaction, unless others write meanwhile. */
final class PostgresPlanner {

    private final Phases phases;
    private final Steps steps;
    private final PostgresValues values;
    private final @Nullable PostgresOnline online;

    /**
     * Plans differences.
     *
     * @param diff the differences
     * @param options how
     */
    PostgresPlanner(SchemaDiff diff, PlanOptions options) {
        phases = Phases.of(diff);
        steps = new Steps(DatabaseEngine.POSTGRESQL, phases, options, new PostgresStatements()::of);
        Backfills backfills = new Backfills(diff, options);
        values = new PostgresValues(steps, backfills);
        online = options.online() ? new PostgresOnline(diff, options, steps, backfills) : null;
    }

    List<Step> steps() {
        List<Step> all = new ArrayList<>(steps(phases.expand()));
        all.addAll(steps(phases.contract()));
        return all;
    }

    private List<Step> steps(List<Change> changes) {
        List<Step> all = new ArrayList<>();
        List<Change> column = new ArrayList<>();
        for (Change change : changes) {
            if (!column.isEmpty() && !isSameColumn(column.get(0), change)) {
                all.addAll(stepsOf(List.copyOf(column)));
                column.clear();
            }
            if (change instanceof ColumnChange.Alter) {
                column.add(change);
            } else {
                all.addAll(stepsOf(List.of(change)));
            }
        }
        if (!column.isEmpty()) {
            all.addAll(stepsOf(List.copyOf(column)));
        }
        return all;
    }

    private List<Step> stepsOf(List<Change> changes) {
        List<Step> others = online == null ? List.of() : online.steps(changes);
        if (!others.isEmpty()) {
            return others;
        }
        // a new value can be used only after the transaction that added it
        boolean own = changes.get(0) instanceof EnumTypeChange.AddValue;
        return List.of(own ? steps.of(changes, Step.Transaction.OWN) : values.step(changes));
    }

    private static boolean isSameColumn(Change first, Change second) {
        return first instanceof ColumnChange.Alter one
                && second instanceof ColumnChange.Alter other
                && one.table().equals(other.table())
                && one.after().equals(other.after());
    }
}
