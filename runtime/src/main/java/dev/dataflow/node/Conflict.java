package dev.dataflow.node;

/** What to do with a row whose key exists already. */
public enum Conflict {
    /** Fail with a unique violation; nothing is written. */
    ERROR,
    /** Leave the existing row as it is. */
    SKIP,
    /** Give the existing row the new values. */
    UPSERT
}
