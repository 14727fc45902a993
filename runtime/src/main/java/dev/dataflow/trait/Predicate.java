package dev.dataflow.trait;

/** A condition of a trait on a row, as data: the statement layer renders it over whatever table the row stands in. */
public sealed interface Predicate {

    /** The column's position in the model's metadata. */
    int column();

    /** The column holds NULL. */
    record IsNull(int column) implements Predicate {}

    /** The column holds a value. */
    record IsNotNull(int column) implements Predicate {}

    /** The column holds the value that the call's row has for it. */
    record IsGiven(int column) implements Predicate {}

    /** The managed column holds the value that the call's {@link Stamp} has for it. */
    record IsStamped(int column) implements Predicate {}
}
