package dev.dataflow.error;

import org.jspecify.annotations.Nullable;

/** The schema is not what the models say, or could not be brought there: DF-3xx. */
public final class SchemaException extends DataFlowException {

    private static final long serialVersionUID = 1L;

    /**
     * An error.
     *
     * @param problem what went wrong
     * @param cause the cause, scrubbed; null for none
     */
    public SchemaException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause, false);
    }
}
