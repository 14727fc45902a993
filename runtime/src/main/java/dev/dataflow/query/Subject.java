package dev.dataflow.query;

import dev.dataflow.type.ColumnType;

/** What of a row a criterion looks at. */
public sealed interface Subject {

    /** What it is compared with. */
    ColumnType<?> type();

    /**
     * A column.
     *
     * @param column its position in the model's metadata
     * @param type its type
     */
    record OfColumn(int column, ColumnType<?> type) implements Subject {}
}
