package dev.dataflow.migrations.statement;

/** What is said of an operation besides what it does. */
public enum Trait {
    /** CONCURRENTLY. */
    CONCURRENT,
    /** NOT VALID: rows that are there are not looked at. */
    NOT_VALID,
    /** CASCADE behind DROP or TRUNCATE. */
    CASCADE,
    /** IF NOT EXISTS. */
    IF_NOT_EXISTS,
    /** OR REPLACE. */
    OR_REPLACE,
    /** UNIQUE of an index or a column. */
    UNIQUE,
    /** Over an index that is there. */
    USING_INDEX,
    /** FULLTEXT or SPATIAL. */
    SPECIAL_INDEX,
    /** ON ONLY: of a partitioned table, not of its partitions. */
    ONLY,
    /** The column is NOT NULL. */
    NOT_NULL,
    /** The column is a primary key. */
    PRIMARY_KEY,
    /** The column has a check. */
    CHECK,
    /** The column points to another table. */
    REFERENCES,
    /** The column is counted up. */
    IDENTITY,
    /** The column is computed and stored. */
    STORED,
    /** The column is computed when it is read. */
    VIRTUAL,
    /** FIRST or AFTER. */
    POSITIONED,
    /** USING with an expression, behind TYPE. */
    USING,
    /** The column gets another name as well. */
    RENAMED,
    /** The table has a condition WHERE. */
    FILTERED,
    /** A batch of many: the statement is repeated until it changes nothing. */
    BATCHED,
    /** DISABLE or INVISIBLE. */
    DISABLED,
    /** ALGORITHM and LOCK say what is allowed, so that a slower way is refused. */
    ASSERTED
}
