package dev.dataflow.model;

import java.util.List;

/**
 * An index or a unique key.
 *
 * @param name its name in the database
 * @param columns the column names in order
 * @param unique whether no two rows hold the same values
 */
public record IndexDescriptor(String name, List<String> columns, boolean unique) {

    /** Copies the list. */
    public IndexDescriptor {
        columns = List.copyOf(columns);
    }
}
