package dev.dataflow.migrations.statement;

/** Texts of an operation. */
public enum Part {
    /** A column's type. */
    TYPE,
    /** A column's default. */
    DEFAULT,
    /** The expression of a check, of USING or of a computed column. */
    EXPRESSION,
    /** The table that is pointed to. */
    REFERENCED,
    /** The columns of a key, with commas between. */
    COLUMNS,
    /** The new name. */
    NEW_NAME,
    /** The value that comes. */
    VALUE,
    /** The collation. */
    COLLATION
}
