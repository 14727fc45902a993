package dev.dataflow.error;

import org.jspecify.annotations.Nullable;

/** The database cannot be reached now: DF-011, DF-411, DF-412. */
public final class ConnectionException extends DataFlowException {

    private static final long serialVersionUID = 1L;

    /**
     * An error.
     *
     * @param problem what went wrong
     * @param cause the cause, scrubbed; null for none
     */
    public ConnectionException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause, true);
    }
}
