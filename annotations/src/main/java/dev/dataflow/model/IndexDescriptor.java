package dev.dataflow.model;

import java.util.List;

/**
 * An index or a unique key.
 *
 * @param name its name in the database
 * @param columns the column names in order
 * @param unique whether no two rows hold the same values
 * @param includesDeleted whether a unique key counts rows that are deleted softly, too
 */
public record IndexDescriptor(String name, List<String> columns, boolean unique, boolean includesDeleted) {

    /** Copies the list. */
    public IndexDescriptor {
        columns = List.copyOf(columns);
    }
}
