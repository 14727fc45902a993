package dev.dataflow.error;

import org.jspecify.annotations.Nullable;

/** Another transaction was in the way; the whole transaction may be tried again. */
public final class TransactionConflictException extends DataFlowException {

    private static final long serialVersionUID = 1L;

    /**
     * An error.
     *
     * @param problem what went wrong
     * @param cause the cause, scrubbed; null for none
     */
    public TransactionConflictException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause, true);
    }
}
