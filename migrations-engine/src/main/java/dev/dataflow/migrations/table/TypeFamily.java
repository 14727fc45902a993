package dev.dataflow.migrations.table;

/** Kinds of column types between which values can travel without change. */
public enum TypeFamily {
    /** True and false. */
    BOOLEAN,
    /** Whole numbers. */
    INTEGER,
    /** Binary floating point. */
    FLOAT,
    /** Exact decimals. */
    DECIMAL,
    /** Text, not padded. */
    TEXT,
    /** Bytes, not padded. */
    BINARY,
    /** UUIDs. */
    UUID,
    /** Points in time. */
    INSTANT,
    /** Dates. */
    DATE,
    /** Times of day. */
    TIME,
    /** Dates and times without a zone. */
    DATE_TIME,
    /** JSON that keeps every digit. */
    JSON,
    /** Arrays of text. */
    TEXT_LIST,
    /** Arrays of whole numbers. */
    INT64_LIST,
    /** SQLite: text that looks like a number becomes one, all else is kept as it is. */
    NUMERIC,
    /** SQLite: everything is kept as it is. */
    ANY,
    /** What no model's column is stored as. */
    OTHER
}
