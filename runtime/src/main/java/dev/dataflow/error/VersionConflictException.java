package dev.dataflow.error;

/** A row was changed since it was read: it has another version than the call was made for, and was left as it is. */
public final class VersionConflictException extends DataFlowException {

    private static final long serialVersionUID = 1L;

    private final String model;
    private final long expected;
    private final long found;

    /**
     * An error.
     *
     * @param problem what went wrong
     * @param model the qualified name of the model
     * @param expected the version the call was made for
     * @param found the version the row has
     */
    public VersionConflictException(Problem problem, String model, long expected, long found) {
        super(problem);
        this.model = model;
        this.expected = expected;
        this.found = found;
    }

    /** The qualified name of the model. */
    public String model() {
        return model;
    }

    /** The version the call was made for. */
    public long expected() {
        return expected;
    }

    /** The version the row had when it was looked at after that. */
    public long found() {
        return found;
    }
}
