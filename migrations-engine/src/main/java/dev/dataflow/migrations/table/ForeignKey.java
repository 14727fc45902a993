package dev.dataflow.migrations.table;

import dev.dataflow.migrations.identifier.TableName;
import java.util.List;

/**
 * A foreign key.
 *
 * @param name its name
 * @param columns its columns in order
 * @param targetTable the table it points to
 * @param targetColumns the columns it points to, in order; empty for the target's primary key
 * @param onDelete what happens to a row when the row it points to is deleted
 */
public record ForeignKey(
        String name, List<String> columns, TableName targetTable, List<String> targetColumns, DeleteRule onDelete) {

    /** Copies the lists. */
    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
