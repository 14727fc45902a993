package dev.dataflow.migrations.open;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.risk.Assessment;
import dev.dataflow.migrations.risk.StepRisk;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.scratch.ModelSchemas;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What would bring the tables of a schema to the models.
 *
 * @param schema the schema's name; {@link ModelSchemas#CURRENT} for the connection's
 * @param plan the plan
 * @param assessment its risk
 */
record OpeningPlan(String schema, Plan plan, Assessment assessment) {

    /** Whether it is for another schema than the connection's. */
    boolean isElsewhere() {
        return !schema.equals(ModelSchemas.CURRENT);
    }

    /** Whether all of it may be done when an instance opens: it only adds, is of low risk, and will not fail. */
    boolean isHarmless() {
        return assessment.steps().stream().allMatch(this::isHarmless);
    }

    /** Whether one step may be. */
    boolean isHarmless(StepRisk risk) {
        Step step = plan.steps().get(risk.step());
        return risk.level() == Level.LOW
                && !risk.willFail()
                && step.losses().isEmpty()
                && step.changes().stream().allMatch(this::adds);
    }

    /** What it does, for people. */
    List<String> changes() {
        return plan.steps().stream()
                .flatMap(step -> step.changes().stream())
                .map(change -> (isElsewhere() ? schema + "." : "") + change.describe())
                .toList();
    }

    /** What binds values must be over a column that comes: others write those that are there meanwhile. */
    private boolean adds(Change change) {
        if (change instanceof IndexChange.Create create) {
            return !create.index().unique()
                    || isNew(create.table(), create.index().columns());
        }
        if (change instanceof UniqueKeyChange.Add add) {
            return isNew(add.table(), add.key().columns());
        }
        if (change instanceof ForeignKeyChange.Add add) {
            return isNew(add.table(), add.key().columns());
        }
        if (change instanceof CheckChange.Add add) {
            return Mentions.any(add.check().expression(), added(add.table()));
        }
        return change instanceof ColumnChange.Add;
    }

    private boolean isNew(String table, List<String> columns) {
        return !Collections.disjoint(columns, added(table));
    }

    private Set<String> added(String table) {
        return plan.steps().stream()
                .flatMap(step -> step.changes().stream())
                .filter(change ->
                        change instanceof ColumnChange.Add add && add.table().equals(table))
                .map(change -> ((ColumnChange.Add) change).column().name())
                .collect(Collectors.toSet());
    }
}
