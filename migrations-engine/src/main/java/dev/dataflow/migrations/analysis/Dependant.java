package dev.dataflow.migrations.analysis;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that depends on what an operation changes.
 *
 * @param kind what it is
 * @param name its name, or what it is over when it has none
 * @param table the table or view that it is a part of; null for what stands alone
 * @param tie what ties it
 * @param certainty how that is known
 * @param outcome what happens to it
 * @param dependants what depends on it in turn
 */
public record Dependant(
        ObjectKind kind,
        String name,
        @Nullable String table,
        Tie tie,
        Certainty certainty,
        Outcome outcome,
        List<Dependant> dependants) {

    /** Copies the list. */
    public Dependant {
        dependants = List.copyOf(dependants);
    }

    /** It, and all that depends on it, from the nearest on. */
    public Stream<Dependant> all() {
        return Stream.concat(Stream.of(this), dependants.stream().flatMap(Dependant::all));
    }

    /** It and what happens to it, on one line. */
    public String text() {
        return kind.text() + " " + name + (table == null ? "" : " of " + table) + ": "
                + (certainty == Certainty.TEXT ? "may be, by a word in its text; " : "") + outcome.text();
    }
}
