package dev.dataflow.migrations.table;

import dev.dataflow.model.ManagedColumn;
import java.util.List;

/**
 * A unique constraint or unique index over whole columns, and all rows or those that are not deleted softly.
 *
 * @param name its name
 * @param columns its columns in order
 * @param live whether only rows count whose {@link #DELETED_AT} is NULL
 */
public record UniqueKey(String name, List<String> columns, boolean live) {

    /** The column that tells which rows are deleted softly. */
    public static final String DELETED_AT = ManagedColumn.DELETED_AT.column();

    /** The column that MySQL and MariaDB compute of it, which have no index over some rows: NULL for a deleted row. */
    public static final String LIVE = DELETED_AT + "_live";

    /** Copies the list. */
    public UniqueKey {
        columns = List.copyOf(columns);
    }
}
