package dev.dataflow.migrations.rule;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.plan.StepGroup;
import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Operation;
import dev.dataflow.migrations.statement.SqlStatement;
import dev.dataflow.migrations.statement.StatementReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the operations of a plan's statements, and the typed changes that they stand for. Not thread-safe. */
final class PlanReading {

    private final PlanContext context;
    private final StatementReader reader;
    private final List<Occurrence> all = new ArrayList<>();
    private int transaction;
    private int place;

    PlanReading(PlanContext context) {
        this.context = context;
        reader = StatementReader.of(context.diff().before().engine());
    }

    /** The operations of each step of a plan. */
    Map<Step, List<Occurrence>> of(Plan plan) {
        Map<Step, List<Occurrence>> found = new IdentityHashMap<>();
        for (StepGroup group : plan.groups()) {
            if (group.transactional()) {
                transaction++;
            }
            for (Step step : group.steps()) {
                found.put(step, read(step, group.transactional() ? transaction : 0));
            }
        }
        return found;
    }

    /** The operations of a step that stands alone. */
    List<Occurrence> of(Step step) {
        return read(step, step.transaction() == Step.Transaction.NONE ? 0 : 1);
    }

    private List<Occurrence> read(Step step, int number) {
        int first = all.size();
        boolean givesUp = !step.timeouts().lock().isZero();
        List<PlacedOperation> placed = new ArrayList<>();
        for (String sql : step.statements()) {
            for (SqlStatement statement : reader.read(sql)) {
                PlacedStatement at =
                        new PlacedStatement(sql, 1, place, number, step.backfill() != null, givesUp, Set.of());
                statement.operations().forEach(operation -> placed.add(new PlacedOperation(at, operation)));
            }
        }
        place++;
        List<PlacedOperation> folded = Rebuilds.folded(context.diff().before().engine(), placed);
        for (PlacedOperation each : folded) {
            add(step, each);
        }
        return List.copyOf(all.subList(first, all.size()));
    }

    private void add(Step step, PlacedOperation placed) {
        if (placed.operation().action() == Action.REBUILD_TABLE) {
            add(placed.statement(), placed.operation(), null);
            for (Change change : step.changes()) {
                ChangeOperation.of(change).forEach(operation -> add(placed.statement(), operation, change));
            }
            return;
        }
        for (ChangedOperation each :
                new ChangeSearch(step.changes(), context.diff().changes(), all).find(placed.operation())) {
            add(placed.statement(), each.operation(), each.change());
        }
    }

    private void add(PlacedStatement statement, Operation operation, @Nullable Change change) {
        all.add(new Occurrence(context, statement, operation, change, all));
    }
}
