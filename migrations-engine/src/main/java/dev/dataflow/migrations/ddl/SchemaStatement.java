package dev.dataflow.migrations.ddl;

import dev.dataflow.migrations.identifier.TableName;

/**
 * One statement that changes the schema.
 *
 * @param table the table it is about
 * @param createsTable whether the table exists only after it
 * @param sql the statement
 */
public record SchemaStatement(TableName table, boolean createsTable, String sql) {}
