package dev.dataflow.migrations.change;

import java.util.Optional;

/** One difference of two schemas, as what brings the first to the second. */
public sealed interface Change permits TableChange, ColumnChange, TablePartChange, SchemaObjectChange {

    /** Its kind. */
    ChangeKind kind();

    /** What it is about: a table, what a table has after a point, or another object. */
    String object();

    /** The table that it is about, as it is called when the change is made; empty for another object. */
    Optional<String> ofTable();

    /** What allow-lists call it: {@code drop-column:users.legacy}. */
    default String allowance() {
        return kind().inAllowLists() + ":" + object();
    }

    /** What it does, in words; names, no values of rows. */
    String describe();

    /** The change that takes it back; empty when none does. Rows and values that are gone do not come back by it. */
    Optional<Change> inverse();
}
