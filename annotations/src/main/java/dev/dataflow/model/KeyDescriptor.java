package dev.dataflow.model;

import java.util.List;

/**
 * The primary key.
 *
 * @param columns the key's column names in order; several of a composite key
 * @param generation where a new row's key comes from
 */
public record KeyDescriptor(List<String> columns, KeyGeneration generation) {

    /** Copies the list. */
    public KeyDescriptor {
        columns = List.copyOf(columns);
    }
}
