package dev.dataflow.migrations.catalog;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.DeleteRule;
import dev.dataflow.migrations.table.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A foreign key as its rows arrive. */
final class ForeignKeyParts {

    private final String name;
    private final TableName target;
    private final DeleteRule onDelete;
    private final List<String> columns = new ArrayList<>();
    private final List<String> targetColumns = new ArrayList<>();

    ForeignKeyParts(String name, TableName target, DeleteRule onDelete) {
        this.name = name;
        this.target = target;
        this.onDelete = onDelete;
    }

    /** Adds a column; SQLite names no target column when the key was declared without. */
    void add(String column, @Nullable String targetColumn) {
        columns.add(column);
        if (targetColumn != null) {
            targetColumns.add(targetColumn);
        }
    }

    ForeignKey foreignKey() {
        return new ForeignKey(name, columns, target, targetColumns, onDelete);
    }
}
