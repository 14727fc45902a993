package dev.dataflow.migrations.table;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param name its name
 * @param type its type
 * @param nullable whether it may hold NULL
 * @param source where the value comes from when an insert leaves the column out
 * @param defaultSql the default or what it is computed by as SQL, when that is the source and the SQL is known; else null
 * @param collation the collation of a text column; null for the table's
 */
public record Column(
        String name,
        SqlType type,
        boolean nullable,
        ValueSource source,
        @Nullable String defaultSql,
        @Nullable String collation) {

    /** The same column, computed by the database. */
    public Column computed(String expression) {
        return new Column(name, type, nullable, ValueSource.COMPUTED, expression, collation);
    }

    /** The same column with another collation. */
    public Column collated(@Nullable String other) {
        return new Column(name, type, nullable, source, defaultSql, other);
    }
}
