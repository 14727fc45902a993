package dev.dataflow.error;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Any error of DataFlow. Its message says the code, what happened, why, and how to fix it, and never holds a row's
 * values. A driver's exception is its cause, with the message removed.
 */
public class DataFlowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final boolean retryable;

    /**
     * An error without a cause, which the same call would meet again.
     *
     * @param problem what went wrong
     */
    public DataFlowException(Problem problem) {
        this(problem, null, false);
    }

    /**
     * An error.
     *
     * @param problem what went wrong
     * @param cause the cause; a driver's exception must be scrubbed of values first
     * @param retryable whether the same call may succeed when tried again
     */
    public DataFlowException(Problem problem, @Nullable Throwable cause, boolean retryable) {
        super(problem.message(), cause);
        this.problem = problem;
        this.retryable = retryable;
    }

    /** The code. */
    public final ErrorCode code() {
        return problem.code();
    }

    /** What happened. */
    public final String what() {
        return problem.what();
    }

    /** What led to it. */
    public final String why() {
        return problem.why();
    }

    /** What to do about it. */
    public final String fix() {
        return problem.fix();
    }

    /** Whether the same transaction may succeed when tried again. */
    public final boolean retryable() {
        return retryable;
    }

    /** The SQLState of the driver's exception; null when there is none. */
    public final @Nullable String sqlState() {
        return getCause() instanceof SQLException cause ? cause.getSQLState() : null;
    }
}
