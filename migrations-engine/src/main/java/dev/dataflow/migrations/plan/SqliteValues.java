package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.schema.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rows of SQLite get in columns that are altered in place, batch by batch where others write meanwhile. */
final class SqliteValues {

    private final PlanOptions options;
    private final Steps steps;
    private final Backfills backfills;

    SqliteValues(PlanOptions options, Steps steps, Backfills backfills) {
        this.options = options;
        this.steps = steps;
        this.backfills = backfills;
    }

    /** The expression that a change gives to rows; null for none. */
    @Nullable
    String of(Change change) {
        if (change instanceof ColumnChange.Add add) {
            return backfills.value(add.table(), add.column());
        }
        return change instanceof ColumnChange.Alter alter
                        && alter.aspect() == ColumnAspect.NULLABILITY
                        && !alter.after().nullable()
                ? backfills.value(alter.table(), alter.after())
                : null;
    }

    /** The expressions that changes give to rows, by columns. */
    Map<String, String> of(List<Change> changes) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Change change : changes) {
            String value = of(change);
            if (value != null) {
                values.put(column((ColumnChange) change).name(), value);
            }
        }
        return values;
    }

    /** The steps of a change in place. */
    List<Step> steps(Change change) {
        Step plain = steps.of(List.of(change), Step.Transaction.SHARED);
        String value = of(change);
        if (value == null) {
            return List.of(plain);
        }
        String table = ((ColumnChange) change).table();
        Column column = column((ColumnChange) change);
        boolean added = change instanceof ColumnChange.Add;
        List<String> first = added
                ? steps.of(List.of(new ColumnChange.Add(table, column.withNullable(true))), Step.Transaction.SHARED)
                        .statements()
                : List.of();
        List<String> last = new ArrayList<>();
        if (!added) {
            last.addAll(plain.statements());
        } else if (!column.nullable()) {
            last.add(SqliteStatements.notNull(table, column));
        }
        if (!options.online()) {
            List<String> all = new ArrayList<>(first);
            all.add(backfills.statement(table, column, value));
            all.addAll(last);
            return List.of(steps.of(List.of(change), all, Step.Transaction.SHARED, plain.inverse()));
        }
        List<Step> all = new ArrayList<>();
        if (added) {
            all.add(steps.of(List.of(change), first, Step.Transaction.SHARED, plain.inverse()));
        }
        all.add(backfills.step(steps, table, column, value));
        if (!added) {
            all.add(plain);
        } else if (!last.isEmpty()) {
            all.add(steps.helper(last.get(0), Step.Transaction.SHARED));
        }
        return all;
    }

    private static Column column(ColumnChange change) {
        return change instanceof ColumnChange.Add add ? add.column() : ((ColumnChange.Alter) change).after();
    }
}
