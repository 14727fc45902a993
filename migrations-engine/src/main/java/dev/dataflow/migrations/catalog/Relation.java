package dev.dataflow.migrations.catalog;

/**
 * Something with a name that a table could have.
 *
 * @param name its name
 * @param kind what it is: {@code table}, or in a word or two what else
 */
public record Relation(String name, String kind) {

    /** Whether rows can be kept in it under keys. */
    public boolean isTable() {
        return kind.equals("table");
    }
}
