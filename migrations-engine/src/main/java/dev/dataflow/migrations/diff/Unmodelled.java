package dev.dataflow.migrations.diff;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that no model has, on a model's table or beside the tables, and that stays.
 *
 * @param kind what it is, in words, such as {@code index}
 * @param table its table, as it is named now; null for what has none
 * @param name its name; null where it has none, as constraints of SQLite may have
 */
public record Unmodelled(
        String kind, @Nullable String table, @Nullable String name) {

    /** What it is, for people. */
    public String text() {
        String what = name == null ? "a " + kind + " without a name" : kind + " " + name;
        return table == null ? what : what + " of " + table;
    }

    /** What {@code --drop} says when it is to go; empty when it has no name to be dropped by. */
    public Optional<String> flag() {
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(table == null ? FlagName.of(name) : FlagName.of(table, name));
    }
}
