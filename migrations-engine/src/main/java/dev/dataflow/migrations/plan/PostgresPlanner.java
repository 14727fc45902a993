package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.EnumTypeChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.util.ArrayList;
import java.util.List;

/** Plans for PostgreSQL: all that can be is in one transaction. */
final class PostgresPlanner {

    private final SchemaDiff diff;
    private final Steps steps = new Steps(DatabaseEngine.POSTGRESQL, new PostgresStatements()::of);

    PostgresPlanner(SchemaDiff diff) {
        this.diff = diff;
    }

    List<Step> steps() {
        List<Step> all = new ArrayList<>();
        List<Change> column = new ArrayList<>();
        for (Change change : diff.changes()) {
            if (!column.isEmpty() && !isSameColumn(column.get(0), change)) {
                all.add(step(column));
                column.clear();
            }
            if (change instanceof ColumnChange.Alter) {
                column.add(change);
            } else {
                all.add(step(List.of(change)));
            }
        }
        if (!column.isEmpty()) {
            all.add(step(column));
        }
        return all;
    }

    private Step step(List<Change> changes) {
        // a new value can be used only after the transaction that added it
        boolean own = changes.get(0) instanceof EnumTypeChange.AddValue;
        return steps.of(changes, own ? Step.Transaction.OWN : Step.Transaction.SHARED);
    }

    private static boolean isSameColumn(Change first, Change second) {
        return first instanceof ColumnChange.Alter one
                && second instanceof ColumnChange.Alter other
                && one.table().equals(other.table())
                && one.after().equals(other.after());
    }
}
