package dev.dataflow.database;

/** What a driver's exception is about, the same on every database. */
enum FailureKind {
    UNIQUE,
    FOREIGN_KEY,
    NOT_NULL,
    CHECK,
    VALUE,
    TOO_LARGE,
    CONFLICT,
    TIMEOUT,
    CONNECTION_LOST,
    OBJECT_MISSING,
    READ_ONLY,
    PERMISSION,
    POLICY,
    TRANSACTION_FAILED,
    PATTERN,
    EXPRESSION_COST,
    SORT_MEMORY,
    OTHER
}
