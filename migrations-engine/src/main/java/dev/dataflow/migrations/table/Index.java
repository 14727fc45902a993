package dev.dataflow.migrations.table;

import java.util.List;

/**
 * An index that is not unique, over whole columns and all rows.
 *
 * @param name its name
 * @param columns its columns in order
 */
public record Index(String name, List<String> columns) {

    /** Copies the list. */
    public Index {
        columns = List.copyOf(columns);
    }
}
