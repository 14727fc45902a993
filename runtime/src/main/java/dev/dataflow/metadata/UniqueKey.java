package dev.dataflow.metadata;

import java.util.List;

/**
 * A unique key besides the primary key.
 *
 * @param name its name in the database
 * @param columns the names of its columns in the table, in order
 * @param includesDeleted whether rows that are deleted softly count, too
 */
public record UniqueKey(String name, List<String> columns, boolean includesDeleted) {

    /** A key over the columns named. */
    public static UniqueKey of(String name, String... columns) {
        return new UniqueKey(name, List.of(columns), false);
    }

    /** The same key, in which rows that are deleted softly count, too. */
    public UniqueKey includingDeleted() {
        return new UniqueKey(name, columns, true);
    }
}
