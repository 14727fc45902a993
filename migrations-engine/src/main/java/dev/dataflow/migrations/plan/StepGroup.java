package dev.dataflow.migrations.plan;

import java.util.List;

/**
 * Steps that run on one connection after each other, all in one transaction or in none.
 *
 * @param steps the steps
 * @param transactional whether they are one transaction
 * @param before statements before it, outside of the transaction
 * @param begin statements at its beginning, inside of the transaction
 * @param checks queries at its end, inside of the transaction: a row means that it must be rolled back
 * @param after statements after it, outside of the transaction, also when it failed
 */
public record StepGroup(
        List<Step> steps,
        boolean transactional,
        List<String> before,
        List<String> begin,
        List<String> checks,
        List<String> after) {

    /** Copies the lists. */
    public StepGroup {
        steps = List.copyOf(steps);
        before = List.copyOf(before);
        begin = List.copyOf(begin);
        checks = List.copyOf(checks);
        after = List.copyOf(after);
    }
}
