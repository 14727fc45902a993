package dev.dataflow.migrations.difference;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.Index;

/**
 * An index of a model that its table does not have. The model fits without it; queries may be slow.
 *
 * @param table the table
 * @param index the index
 */
public record MissingIndex(TableName table, Index index) {

    /** What is told about it. */
    public Difference remark() {
        return Difference.ofTable(
                table,
                "has no index (" + String.join(", ", index.columns()) + "), the model says it has `" + index.name()
                        + "`; queries may be slow");
    }
}
