package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan: what belongs together and cannot be half done, except where the database commits each statement.
 *
 * @param changes what it changes; empty when it only prepares or completes another one
 * @param statements its statements, in their order
 * @param transaction where it runs
 * @param losses what data go with it, in words; empty when all are kept
 * @param inverse what takes it back
 * @param phase when it runs, where programs of before and after run beside each other
 * @param timeouts how long its statements may wait and take
 * @param backfill how its rows are changed batch by batch, before its statements; null when there are no batches
 * @param cleanup what clears away what it leaves when it fails; null when that is nothing
 */
public record Step(
        List<Change> changes,
        List<String> statements,
        Transaction transaction,
        List<String> losses,
        Inverse inverse,
        Phase phase,
        Timeouts timeouts,
        @Nullable Backfill backfill,
        @Nullable Cleanup cleanup) {

    /** Where a step runs. */
    public enum Transaction {
        /** In one transaction with the steps before and after it that are in one. */
        SHARED,
        /** In a transaction of its own, which has ended before the next step. */
        OWN,
        /** In none: the database refuses the statements in one, or commits each, or each batch has its own. */
        NONE
    }

    /** Copies the lists. */
    public Step {
        changes = List.copyOf(changes);
        statements = List.copyOf(statements);
        losses = List.copyOf(losses);
    }

    Step withTransaction(Transaction other) {
        return new Step(changes, statements, other, losses, inverse, phase, timeouts, backfill, cleanup);
    }

    Step withStatements(List<String> others) {
        return new Step(changes, others, transaction, losses, inverse, phase, timeouts, backfill, cleanup);
    }

    Step withInverse(Inverse other) {
        return new Step(changes, statements, transaction, losses, other, phase, timeouts, backfill, cleanup);
    }

    Step withTimeouts(Timeouts other) {
        return new Step(changes, statements, transaction, losses, inverse, phase, other, backfill, cleanup);
    }

    Step withBackfill(@Nullable Backfill other) {
        return new Step(changes, statements, transaction, losses, inverse, phase, timeouts, other, cleanup);
    }

    Step withCleanup(Cleanup other) {
        return new Step(changes, statements, transaction, losses, inverse, phase, timeouts, backfill, other);
    }
}
