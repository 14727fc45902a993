package dev.dataflow.migrations.planfile;

import dev.dataflow.migrations.plan.StepGroup;
import java.util.List;

/**
 * Steps that run on one connection after each other, as {@link StepGroup} says, with what is to be run around them.
 *
 * @param transactional whether they are one transaction
 * @param before statements before it, outside of the transaction
 * @param begin statements at its beginning, inside of the transaction
 * @param steps the steps
 * @param checks queries at its end, inside of the transaction: a row means that it must be rolled back
 * @param after statements after it, outside of the transaction, also when it failed
 */
public record PlannedGroup(
        boolean transactional,
        List<String> before,
        List<String> begin,
        List<PlannedStep> steps,
        List<String> checks,
        List<String> after) {

    /** Copies the lists. */
    public PlannedGroup {
        before = List.copyOf(before);
        begin = List.copyOf(begin);
        steps = List.copyOf(steps);
        checks = List.copyOf(checks);
        after = List.copyOf(after);
    }
}
