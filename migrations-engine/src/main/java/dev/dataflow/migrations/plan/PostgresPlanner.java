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

    private final SchemaDiff diff;
    private final Steps steps = new Steps(DatabaseEngine.POSTGRESQL, new PostgresStatements()::of);
    private final @Nullable PostgresOnline online;

    /**
     * Plans differences.
     *
     * @param diff the differences
     * @param others whether others write meanwhile
     */
    PostgresPlanner(SchemaDiff diff, boolean others) {
        this.diff = diff;
        online = others ? new PostgresOnline(diff, steps) : null;
    }

    List<Step> steps() {
        List<Step> all = new ArrayList<>();
        List<Change> column = new ArrayList<>();
        for (Change change : diff.changes()) {
            if (!column.isEmpty() && !isSameColumn(column.get(0), change)) {
                all.addAll(steps(List.copyOf(column)));
                column.clear();
            }
            if (change instanceof ColumnChange.Alter) {
                column.add(change);
            } else {
                all.addAll(steps(List.of(change)));
            }
        }
        if (!column.isEmpty()) {
            all.addAll(steps(List.copyOf(column)));
        }
        return all;
    }

    private List<Step> steps(List<Change> changes) {
        if (online != null && online.applies(changes)) {
            return online.steps(changes);
        }
        // a new value can be used only after the transaction that added it
        boolean own = changes.get(0) instanceof EnumTypeChange.AddValue;
        return List.of(steps.of(changes, own ? Step.Transaction.OWN : Step.Transaction.SHARED));
    }

    private static boolean isSameColumn(Change first, Change second) {
        return first instanceof ColumnChange.Alter one
                && second instanceof ColumnChange.Alter other
                && one.table().equals(other.table())
                && one.after().equals(other.after());
    }
}
