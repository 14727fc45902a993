package dev.dataflow.migrations.schema;

/** Where NULL stands in an index. */
public enum NullOrder {
    /** Where the database puts it by itself: on PostgreSQL last when going up and first when going down. */
    DEFAULT,
    /** Before all values. */
    FIRST,
    /** After all values. */
    LAST
}
