package dev.dataflow.migrations.table;

/** Where a column's value comes from when an insert leaves the column out. */
public enum ValueSource {
    /** From nowhere: NULL, or an error when the column is NOT NULL. */
    NONE,
    /** From the column's default. */
    DEFAULT,
    /** The database counts up. */
    IDENTITY,
    /** The database computes it, and nobody may write it. */
    COMPUTED
}
