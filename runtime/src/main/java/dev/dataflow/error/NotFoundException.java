package dev.dataflow.error;

import org.jspecify.annotations.Nullable;

/** No row has the key. */
public final class NotFoundException extends DataFlowException {

    private static final long serialVersionUID = 1L;

    /**
     * An error.
     *
     * @param problem what went wrong
     * @param cause the cause, scrubbed; null for none
     */
    public NotFoundException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause, false);
    }
}
