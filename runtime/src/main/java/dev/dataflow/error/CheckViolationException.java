package dev.dataflow.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value breaks a check of the table. */
public final class CheckViolationException extends ConstraintViolationException {

    private static final long serialVersionUID = 1L;

    /**
     * A violation.
     *
     * @param problem what went wrong
     * @param cause the driver's exception, scrubbed
     * @param fields the components it is about; empty when the database does not say
     * @param constraint the constraint's name; null when the database does not say
     */
    public CheckViolationException(
            Problem problem, @Nullable Throwable cause, List<String> fields, @Nullable String constraint) {
        super(problem, cause, fields, constraint);
    }
}
