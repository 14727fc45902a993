package dev.dataflow.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constraint of the database refused a row. */
public abstract sealed class ConstraintViolationException extends DataFlowException
        permits UniqueViolationException,
                ForeignKeyViolationException,
                NotNullViolationException,
                CheckViolationException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> fields;
    private final @Nullable String constraint;

    ConstraintViolationException(
            Problem problem, @Nullable Throwable cause, List<String> fields, @Nullable String constraint) {
        super(problem, cause, false);
        this.fields = List.copyOf(fields);
        this.constraint = constraint;
    }

    /** The components it is about, as the model names them; empty when the database does not say. */
    public final List<String> fields() {
        return fields;
    }

    /** The constraint's name in the database; null when the database does not say. */
    public final @Nullable String constraint() {
        return constraint;
    }
}
