package dev.dataflow.migrations.ddl;

/**
 * One statement that changes the schema.
 *
 * @param table the table it is about
 * @param createsTable whether the table exists only after it
 * @param sql the statement
 */
public record SchemaStatement(String table, boolean createsTable, String sql) {}
