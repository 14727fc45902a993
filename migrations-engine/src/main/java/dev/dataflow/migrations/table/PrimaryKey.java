package dev.dataflow.migrations.table;

import java.util.List;

/**
 * A primary key.
 *
 * @param columns its columns in order
 */
public record PrimaryKey(List<String> columns) {

    /** Copies the list. */
    public PrimaryKey {
        columns = List.copyOf(columns);
    }
}
