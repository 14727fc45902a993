package dev.dataflow.migrations.reader.row;

/** An object of a schema that cannot be read; the message says which and why. */
public final class UnreadableObject extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean denied;

    private UnreadableObject(boolean denied, String message) {
        super(message);
        this.denied = denied;
    }

    /** One whose definition is not understood. */
    public static UnreadableObject broken(String message) {
        return new UnreadableObject(false, message);
    }

    /** One whose definition the account may not see. */
    public static UnreadableObject denied(String message) {
        return new UnreadableObject(true, message);
    }

    /** Whether a right is missing. */
    public boolean isDenied() {
        return denied;
    }
}
