package dev.dataflow.trait;

/** What a statement does with the rows of a model, as far as it decides whether the statement may be made. */
public enum Access {
    /** Finds rows by what they hold. */
    SEARCH,
    /** Finds rows by their keys alone. */
    KEY,
    /** Finds rows that others lead to. */
    RELATED,
    /** Writes rows, or locks them to be written. */
    WRITE
}
