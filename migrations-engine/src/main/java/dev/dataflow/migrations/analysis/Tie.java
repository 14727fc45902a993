package dev.dataflow.migrations.analysis;

/** What ties a dependant to a table. */
public enum Tie {
    /** It is a part of the table, and goes with it. */
    PART,
    /** Its definition names the table, and the database knows what it means. */
    DEFINITION,
    /** A body names the table, and the database reads it when it runs. */
    BODY
}
