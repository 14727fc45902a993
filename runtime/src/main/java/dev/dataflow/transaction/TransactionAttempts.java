package dev.dataflow.transaction;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The attempts of one transaction. */
final class TransactionAttempts {

    private final RetryPolicy policy;
    private final @Nullable TimeLimit limit;
    private final TransactionObserver observer;
    private int failed;

    TransactionAttempts(RetryPolicy policy, @Nullable TimeLimit limit, TransactionObserver observer) {
        this.policy = policy;
        this.limit = limit;
        this.observer = observer;
    }

    /**
     * Whether to try again, after the pause has passed.
     *
     * @param failure what the attempt ended with
     * @param context the attempt; null when none began
     */
    boolean again(Throwable failure, @Nullable TransactionContext context) {
        if (!isConflict(failure, context)) {
            return false;
        }
        failed++;
        Duration pause = policy.pauseAfter(failed);
        if (failed >= policy.attempts()
                || context != null && context.joined() // somebody else ends it, and only the whole can be run again
                || limit != null && limit.remaining().compareTo(pause) <= 0) {
            observer.gaveUp(failed);
            return false;
        }
        observer.retried(new TransactionRetry(failed, policy.attempts(), pause));
        try {
            Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether another transaction was in the way, also when the work threw something else because of it. */
    private static boolean isConflict(Throwable failure, @Nullable TransactionContext context) {
        DataFlowException doom = context == null ? null : context.doom();
        if (doom != null) {
            return doom.code() == ErrorCode.TRANSACTION_CONFLICT;
        }
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof DataFlowException ours && ours.code() == ErrorCode.TRANSACTION_CONFLICT) {
                return true;
            }
        }
        return false;
    }
}
