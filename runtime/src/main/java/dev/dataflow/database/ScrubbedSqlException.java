package dev.dataflow.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A driver's exception without its message, because drivers print row values there. SQLState, vendor code, stack trace
 * and the chain of causes are the driver's.
 */
public final class ScrubbedSqlException extends SQLException {

    private static final long serialVersionUID = 1L;

    /** Deeper chains are cut: some drivers make cycles. */
    private static final int DEEPEST = 8;

    private ScrubbedSqlException(String message, @Nullable String state, int code) {
        super(message, state, code);
    }

    /**
     * Scrubs an exception and all it refers to.
     *
     * @param driver the driver's exception
     * @param constraint the name of the constraint it is about, which is safe to print; null for none
     * @return an exception that may be printed
     */
    static ScrubbedSqlException of(SQLException driver, @Nullable String constraint) {
        return scrub(driver, constraint, 0);
    }

    private static ScrubbedSqlException scrub(Throwable given, @Nullable String constraint, int depth) {
        StringBuilder message = new StringBuilder(given.getClass().getSimpleName());
        String state = null;
        int code = 0;
        if (given instanceof SQLException sql) {
            state = sql.getSQLState();
            code = sql.getErrorCode();
            message.append(" SQLState ").append(state).append(", code ").append(code);
        }
        if (constraint != null) {
            message.append(", constraint ").append(constraint);
        }
        ScrubbedSqlException scrubbed = new ScrubbedSqlException(message.toString(), state, code);
        scrubbed.setStackTrace(given.getStackTrace());
        if (depth < DEEPEST) {
            scrubbed.chain(given, depth);
        }
        return scrubbed;
    }

    private void chain(Throwable given, int depth) {
        Throwable cause = given.getCause();
        if (cause != null && cause != given) {
            initCause(scrub(cause, null, depth + 1));
        }
        if (given instanceof SQLException sql && sql.getNextException() != null && sql.getNextException() != cause) {
            setNextException(scrub(sql.getNextException(), null, depth + 1));
        }
    }
}
