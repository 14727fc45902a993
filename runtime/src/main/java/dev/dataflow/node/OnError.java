package dev.dataflow.node;

/** What a bulk call does with rows that cannot be written. */
public enum OnError {
    /** The first one ends the call, and nothing is written. */
    ABORT,
    /** They are left out and reported; the others are written, a batch in a transaction. */
    CONTINUE
}
