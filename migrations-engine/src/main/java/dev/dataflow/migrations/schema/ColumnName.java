package dev.dataflow.migrations.schema;

/**
 * A column's name.
 *
 * @param table the table, of the same schema
 * @param column the column
 */
public record ColumnName(String table, String column) {}
