package dev.dataflow.migrations.analysis;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a delete does to one table that points to rows that go.
 *
 * @param link the foreign key
 * @param outcome what happens to rows that point there
 * @param rows how many rows the table has, which is the most that can be reached; empty when it is not known
 * @param again whether the table's own rows are gone already by another way, so that what is behind it stands there
 * @param steps what their going does in turn
 */
public record CascadeStep(KeyLink link, Outcome outcome, OptionalLong rows, boolean again, List<CascadeStep> steps) {

    /** Copies the list. */
    public CascadeStep {
        steps = List.copyOf(steps);
    }

    /** It, and all behind it. */
    public Stream<CascadeStep> all() {
        return Stream.concat(Stream.of(this), steps.stream().flatMap(CascadeStep::all));
    }

    /** The step on one line. */
    public String text() {
        String count = rows.isPresent() ? "at most " + rows.getAsLong() : "unknown";
        return link.table() + " by " + link.name() + ": " + outcome.text() + ", rows: " + count
                + (again ? ", as above" : "");
    }
}
