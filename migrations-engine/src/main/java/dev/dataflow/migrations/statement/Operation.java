package dev.dataflow.migrations.statement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a statement does; an ALTER TABLE of several clauses has several.
 *
 * @param action what it does
 * @param table the table's name; empty when the text names none
 * @param object the column, constraint, index or other object's name; null when it has none
 * @param traits what is said of it besides
 * @param parts its texts
 */
public record Operation(
        Action action, String table, @Nullable String object, Set<Trait> traits, Map<Part, String> parts) {

    /** Copies the set and the map. */
    public Operation {
        traits = traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(traits));
        parts = parts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    /** An operation of nothing but its names. */
    public static Operation of(Action action, String table, @Nullable String object) {
        return new Operation(action, table, object, Set.of(), Map.of());
    }

    /** The same with more traits. */
    public Operation with(Trait... more) {
        Set<Trait> all = EnumSet.noneOf(Trait.class);
        all.addAll(traits);
        all.addAll(Set.of(more));
        return new Operation(action, table, object, all, parts);
    }

    /** The same with a trait, if it has it. */
    public Operation withIf(boolean has, Trait trait) {
        return has ? with(trait) : this;
    }

    /** The same with a text. */
    public Operation with(Part part, String text) {
        Map<Part, String> all = new EnumMap<>(Part.class);
        all.putAll(parts);
        all.put(part, text);
        return new Operation(action, table, object, traits, all);
    }

    /** The same as another action. */
    public Operation as(Action other) {
        return new Operation(other, table, object, traits, parts);
    }

    /** Whether it is one of these. */
    public boolean is(Action first, Action... others) {
        return action == first || Set.of(others).contains(action);
    }

    /** Whether it has a trait. */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** A text of it. */
    public Optional<String> part(Part part) {
        return Optional.ofNullable(parts.get(part));
    }
}
