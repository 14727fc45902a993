package dev.dataflow.model;

/** What happens to a row when the row it points to is deleted. */
public enum OnDelete {
    /** The delete is refused. */
    RESTRICT,
    /** The row is deleted too. */
    CASCADE,
    /** The reference becomes NULL. */
    SET_NULL
}
