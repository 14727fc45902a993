package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import java.util.List;

/**
 * One step of a plan: what belongs together and cannot be half done, except where the database commits each statement.
 *
 * @param changes what it changes
 * @param statements its statements, in their order
 * @param transaction where it runs
 * @param losses what data go with it, in words; empty when all are kept
 * @param inverse what takes it back
 */
public record Step(
        List<Change> changes, List<String> statements, Transaction transaction, List<String> losses, Inverse inverse) {

    /** Where a step runs. */
    public enum Transaction {
        /** In one transaction with the steps before and after it that are in one. */
        SHARED,
        /** In a transaction of its own, which has ended before the next step. */
        OWN,
        /** In none: the database refuses the statements in one, or commits each. */
        NONE
    }

    /** Copies the lists. */
    public Step {
        changes = List.copyOf(changes);
        statements = List.copyOf(statements);
        losses = List.copyOf(losses);
    }
}
