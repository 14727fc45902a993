package dev.dataflow.type;

/**
 * A value that a column cannot hold, or that is not of its type. The message says why and never holds the value; the
 * layer that knows the model turns it into DF-102 with the field's name.
 */
public final class IllegalValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A refused value.
     *
     * @param reason why, such as {@code longer than 255 characters}
     */
    public IllegalValueException(String reason) {
        super(reason, null, false, false);
    }
}
