package dev.dataflow.migrations.catalog;

import dev.dataflow.migrations.identifier.TableName;

/**
 * Something with a name that a table could have.
 *
 * @param name its name, with the schema it was looked for in
 * @param kind what it is: {@code table}, or in a word or two what else
 * @param place its name with the schema it lies in, where the database has schemas
 */
public record Relation(TableName name, String kind, TableName place) {

    /** Whether rows can be kept in it under keys. */
    public boolean isTable() {
        return kind.equals("table");
    }
}
