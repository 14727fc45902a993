package dev.dataflow.migrations.schema;

/** When a constraint is checked. */
public enum Deferral {
    /** At once, always. */
    NONE,
    /** At once, or at the end of the transaction if the transaction says so. */
    DEFERRABLE,
    /** At the end of the transaction, or at once if the transaction says so. */
    INITIALLY_DEFERRED
}
