package dev.dataflow.migrations.analysis;

import java.util.Locale;

/** Kinds of things that depend on a table or a column. */
public enum ObjectKind {
    /** A foreign key of the table itself. */
    FOREIGN_KEY,
    /** A foreign key that points to the table. */
    REFERENCING_KEY,
    /** A primary key. */
    PRIMARY_KEY,
    /** A unique constraint. */
    UNIQUE_KEY,
    /** An index over columns. */
    INDEX,
    /** An index over an expression, or over some of the rows. */
    EXPRESSION_INDEX,
    /** A check. */
    CHECK,
    /** An exclusion constraint. */
    EXCLUSION,
    /** A column that the database computes. */
    GENERATED_COLUMN,
    /** A default that mentions something. */
    DEFAULT,
    /** A sequence that goes with a column. */
    SEQUENCE,
    /** How rows are spread over partitions. */
    PARTITION_KEY,
    /** A table that is a partition. */
    PARTITION,
    /** A table that inherits. */
    HEIR,
    /** A view. */
    VIEW,
    /** A materialised view. */
    MATERIALISED_VIEW,
    /** A trigger. */
    TRIGGER,
    /** A policy of row security. */
    POLICY,
    /** A rewrite rule. */
    RULE,
    /** A function, a procedure or an aggregate. */
    ROUTINE;

    /** The kind in words. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
