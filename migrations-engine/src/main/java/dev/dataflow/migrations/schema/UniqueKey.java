package dev.dataflow.migrations.schema;

import java.util.List;

/**
 * A unique constraint or unique index over whole columns and all rows.
 *
 * @param name its name
 * @param columns its columns in order
 */
public record UniqueKey(String name, List<String> columns) {

    /** Copies the list. */
    public UniqueKey {
        columns = List.copyOf(columns);
    }
}
