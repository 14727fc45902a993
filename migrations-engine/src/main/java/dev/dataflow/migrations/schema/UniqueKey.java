package dev.dataflow.migrations.schema;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint. Unique indexes that no constraint stands for are {@link Index}.
 *
 * @param name its name; null where it has none, without a CONSTRAINT on SQLite
 * @param parts its columns in order
 * @param include columns that its index holds besides; PostgreSQL only
 * @param nullsDistinct whether NULL is unlike NULL
 * @param deferral when it is checked
 * @param options as for {@link PrimaryKey}
 */
public record UniqueKey(
        @Nullable String name,
        List<KeyPart> parts,
        List<String> include,
        boolean nullsDistinct,
        Deferral deferral,
        SortedMap<String, String> options) {

    /** Copies the lists. */
    public UniqueKey {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
        options = Ordered.options(options);
    }

    /** A unique constraint over whole columns. */
    public static UniqueKey of(@Nullable String name, List<String> columns) {
        return new UniqueKey(name, KeyPart.of(columns), List.of(), true, Deferral.NONE, new TreeMap<>());
    }

    /** The same with another name. */
    public UniqueKey withName(@Nullable String other) {
        return new UniqueKey(other, parts, include, nullsDistinct, deferral, options);
    }

    /** The same over other columns. */
    public UniqueKey withParts(List<KeyPart> others, List<String> included) {
        return new UniqueKey(name, others, included, nullsDistinct, deferral, options);
    }

    /** The same with other options. */
    public UniqueKey withOptions(SortedMap<String, String> others) {
        return new UniqueKey(name, parts, include, nullsDistinct, deferral, others);
    }

    /** Its columns in order. */
    public List<String> columns() {
        return KeyPart.columns(parts);
    }
}
