package dev.dataflow.error;

import org.jspecify.annotations.Nullable;

/** What the caller gave cannot be used: DF-1xx. Nothing was written. */
public final class InvalidInputException extends DataFlowException {

    private static final long serialVersionUID = 1L;

    /**
     * An error.
     *
     * @param problem what went wrong
     * @param cause the cause, scrubbed; null for none
     */
    public InvalidInputException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause, false);
    }
}
