package dev.dataflow.statement;

/** A number that belongs to a call, not to a row. */
public enum CallNumber {
    /** The most rows read or touched. */
    LIMIT,
    /** The rows skipped. */
    OFFSET
}
