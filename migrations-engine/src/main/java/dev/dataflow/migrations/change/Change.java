package dev.dataflow.migrations.change;

import java.util.Optional;

/** One difference of two schemas, as what brings the first to the second. */
public sealed interface Change permits TableChange, ColumnChange, TablePartChange, SchemaObjectChange {

    /** What it does, in words; names, no values of rows. */
    String describe();

    /** The change that takes it back; empty when none does. Rows and values that are gone do not come back by it. */
    Optional<Change> inverse();
}
