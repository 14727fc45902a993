package dev.dataflow.migrations.schema;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A primary key.
 *
 * @param name its name; null where it has none: always on MySQL and MariaDB, without a CONSTRAINT on SQLite
 * @param parts its columns in order
 * @param include columns that its index holds besides; PostgreSQL only
 * @param deferral when it is checked
 * @param options what else: PostgreSQL {@code with} (storage parameters), {@code without overlaps}, {@code valid}
 *     ({@code false}); SQLite {@code conflict}, {@code place}
 *     ({@code column}: INTEGER PRIMARY KEY DESC, which is no row's id)
 */
public record PrimaryKey(
        @Nullable String name,
        List<KeyPart> parts,
        List<String> include,
        Deferral deferral,
        SortedMap<String, String> options) {

    /** Copies the lists. */
    public PrimaryKey {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
        options = Ordered.options(options);
    }

    /** A primary key over whole columns. */
    public static PrimaryKey of(@Nullable String name, List<String> columns) {
        return new PrimaryKey(name, KeyPart.of(columns), List.of(), Deferral.NONE, new TreeMap<>());
    }

    /** The same with another name. */
    public PrimaryKey withName(@Nullable String other) {
        return new PrimaryKey(other, parts, include, deferral, options);
    }

    /** The same over other columns. */
    public PrimaryKey withParts(List<KeyPart> others, List<String> included) {
        return new PrimaryKey(name, others, included, deferral, options);
    }

    /** The same with other options. */
    public PrimaryKey withOptions(SortedMap<String, String> others) {
        return new PrimaryKey(name, parts, include, deferral, others);
    }

    /** Its columns in order. */
    public List<String> columns() {
        return KeyPart.columns(parts);
    }
}
