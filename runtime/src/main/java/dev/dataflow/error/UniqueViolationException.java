package dev.dataflow.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that must be unique exists already. */
public final class UniqueViolationException extends DataFlowException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> fields;
    private final @Nullable String constraint;

    /**
     * A violation.
     *
     * @param problem what went wrong
     * @param cause the driver's exception, scrubbed
     * @param fields the components it is about; empty when the database does not say
     * @param constraint the constraint's name; null when the database does not say
     */
    public UniqueViolationException(
            Problem problem, @Nullable Throwable cause, List<String> fields, @Nullable String constraint) {
        super(problem, cause, false);
        this.fields = List.copyOf(fields);
        this.constraint = constraint;
    }

    /** The components it is about, as the model names them; empty when the database does not say. */
    public List<String> fields() {
        return fields;
    }

    /** The constraint's name in the database; null when the database does not say. */
    public @Nullable String constraint() {
        return constraint;
    }
}
