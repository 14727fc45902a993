package dev.dataflow.migrations.schema;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type
 * @param nullable whether it may hold NULL; columns of a primary key may not, except where SQLite lets them
 * @param defaultValue its default as an SQL expression; null for none
 * @param identity how the database counts it up; null when it does not. A PostgreSQL {@code serial} is none: it has a
 *     default and a sequence
 * @param generated how the database computes it; null when it does not
 * @param collation its collation, when that is not the one it would have anyway: on PostgreSQL its type's, on SQLite BINARY;
 *     on MySQL and MariaDB always that of a text column
 * @param options what else: {@code comment}; PostgreSQL {@code storage}, {@code compression}, {@code statistics},
 *     {@code not null} ({@code not valid}); MySQL and MariaDB {@code on update}, {@code invisible}, {@code srid}; SQLite
 *     {@code not null conflict}
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable String defaultValue,
        @Nullable Identity identity,
        @Nullable Generated generated,
        @Nullable String collation,
        SortedMap<String, String> options) {

    /** Copies the options. */
    public Column {
        options = Ordered.options(options);
    }

    /** A column of nothing but a name and a type, that may hold NULL. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, true, null, null, null, null, new TreeMap<>());
    }

    /** The same column with another name. */
    public Column withName(String other) {
        return new Column(other, type, nullable, defaultValue, identity, generated, collation, options);
    }

    /** The same column of another type. */
    public Column withType(ColumnType other) {
        return new Column(name, other, nullable, defaultValue, identity, generated, collation, options);
    }

    /** The same column that may hold NULL or not. */
    public Column withNullable(boolean other) {
        return new Column(name, type, other, defaultValue, identity, generated, collation, options);
    }

    /** The same column with another default; null for none. */
    public Column withDefault(@Nullable String other) {
        return new Column(name, type, nullable, other, identity, generated, collation, options);
    }

    /** The same column, counted up by the database or not. */
    public Column withIdentity(@Nullable Identity other) {
        return new Column(name, type, nullable, defaultValue, other, generated, collation, options);
    }

    /** The same column, computed by the database or not. */
    public Column withGenerated(@Nullable Generated other) {
        return new Column(name, type, nullable, defaultValue, identity, other, collation, options);
    }

    /** The same column with another collation. */
    public Column withCollation(@Nullable String other) {
        return new Column(name, type, nullable, defaultValue, identity, generated, other, options);
    }

    /** The same column with other options. */
    public Column withOptions(Map<String, String> other) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, Ordered.options(other));
    }
}
