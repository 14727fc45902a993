package dev.dataflow.migrations.schema;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An index that no constraint stands for.
 *
 * @param name its name
 * @param parts its columns and expressions in order
 * @param include columns that it holds besides; PostgreSQL only
 * @param where the condition of the rows it holds, as the server writes it; null for all rows
 * @param unique whether its values are unique
 * @param nullsDistinct whether NULL is unlike NULL
 * @param method how it is built, in lower case: {@code btree}, {@code gin}, {@code fulltext}, …
 * @param valid whether queries use it; PostgreSQL's are not when a concurrent build was broken off
 * @param options what else: {@code comment}; PostgreSQL {@code with} (storage parameters), {@code only} (of a partitioned
 *     table, not of its partitions); MySQL and MariaDB {@code invisible}
 */
public record Index(
        String name,
        List<KeyPart> parts,
        List<String> include,
        @Nullable String where,
        boolean unique,
        boolean nullsDistinct,
        String method,
        boolean valid,
        SortedMap<String, String> options) {

    /** The method that is meant where none is named. */
    public static final String BTREE = "btree";

    /** Copies the lists. */
    public Index {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
        options = Ordered.options(options);
    }

    /** An index over whole columns and all rows. */
    public static Index of(String name, boolean unique, List<String> columns) {
        return new Index(name, KeyPart.of(columns), List.of(), null, unique, true, BTREE, true, new TreeMap<>());
    }

    /** The same with another name. */
    public Index withName(String other) {
        return new Index(other, parts, include, where, unique, nullsDistinct, method, valid, options);
    }

    /** The same over other columns, expressions and rows. */
    public Index withParts(List<KeyPart> others, List<String> included, @Nullable String condition) {
        return new Index(name, others, included, condition, unique, nullsDistinct, method, valid, options);
    }

    /** The same with other options. */
    public Index withOptions(SortedMap<String, String> others) {
        return new Index(name, parts, include, where, unique, nullsDistinct, method, valid, others);
    }

    /** The columns among its parts, in order. */
    public List<String> columns() {
        return KeyPart.columns(parts);
    }

    /** Whether it is over whole columns and all rows. */
    public boolean coversWholeRows() {
        return where == null && parts.stream().allMatch(part -> part.column() != null && part.prefix() == null);
    }
}
