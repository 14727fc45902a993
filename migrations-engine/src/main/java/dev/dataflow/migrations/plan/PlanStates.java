package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Schema;

/**
 * Where a plan starts and where it leads. The steps of one phase, which {@link Plan#phase} gives, lead to the schema between
 * the phases, or start from it.
 *
 * @param before the schema that it starts from
 * @param after the schema that it leads to
 */
public record PlanStates(Schema before, Schema after) {

    /**
     * The states of a plan.
     *
     * @param plan all of a plan, or the steps of one phase
     * @param diff the differences that all of it was made of
     */
    public static PlanStates of(Plan plan, SchemaDiff diff) {
        Schema between = between(diff);
        return new PlanStates(
                has(plan, Phase.EXPAND) ? diff.before() : between, has(plan, Phase.CONTRACT) ? diff.after() : between);
    }

    private static Schema between(SchemaDiff diff) {
        Phases phases = Phases.of(diff);
        if (phases.expand().isEmpty()) {
            return diff.before();
        }
        return phases.contract().isEmpty() ? diff.after() : BetweenPhases.of(diff.after(), phases.contract());
    }

    private static boolean has(Plan plan, Phase phase) {
        return plan.steps().stream().anyMatch(step -> step.phase() == phase);
    }
}
