package dev.dataflow.trait;

/**
 * A column a trait writes, and what with.
 *
 * @param column the column's position in the model's metadata
 * @param value what it is given
 */
public record Assignment(int column, Value value) {

    /** What a column is given. */
    public enum Value {
        /** The value of the call's {@link Stamp} for it. */
        STAMP,
        /** NULL. */
        NULL,
        /** One more than it holds. */
        NEXT
    }
}
