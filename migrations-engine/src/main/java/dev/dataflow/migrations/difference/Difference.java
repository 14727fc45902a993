package dev.dataflow.migrations.difference;

import dev.dataflow.migrations.identifier.TableName;
import org.jspecify.annotations.Nullable;

/**
 * One place where the database is not what a model says.
 *
 * @param table the table
 * @param column the column; null when it is about the table
 * @param text what is there and what the model says
 */
public record Difference(TableName table, @Nullable String column, String text) {

    static Difference ofTable(TableName table, String text) {
        return new Difference(table, null, text);
    }

    @Override
    public String toString() {
        return table + (column == null ? "" : "." + column) + ": " + text;
    }
}
