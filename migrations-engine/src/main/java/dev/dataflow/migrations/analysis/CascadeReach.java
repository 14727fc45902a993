package dev.dataflow.migrations.analysis;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How far deletes from a table go.
 *
 * @param table the table
 * @param steps what happens to the tables that point to it
 */
public record CascadeReach(String table, List<CascadeStep> steps) {

    /** Copies the list. */
    public CascadeReach {
        steps = List.copyOf(steps);
    }

    /** All steps, near and far. */
    public Stream<CascadeStep> all() {
        return steps.stream().flatMap(CascadeStep::all);
    }

    /** The tables whose rows are deleted along, in the order of names. */
    public List<String> tables() {
        return all().filter(each -> each.outcome().effect() == Effect.ROWS_GO)
                .map(each -> each.link().table())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** The most rows of other tables that can be deleted along; empty when that of one is not known. */
    public OptionalLong rows() {
        Map<String, OptionalLong> rows = new HashMap<>();
        all().filter(each -> each.outcome().effect() == Effect.ROWS_GO
                        && !each.link().table().equals(table))
                .forEach(each -> rows.put(each.link().table(), each.rows()));
        return rows.values().stream().allMatch(OptionalLong::isPresent)
                ? OptionalLong.of(
                        rows.values().stream().mapToLong(each -> each.orElse(0)).sum())
                : OptionalLong.empty();
    }

    /** The reach as a tree, to be printed. */
    public String text() {
        String most = rows().isPresent() ? "at most " + rows().getAsLong() : "unknown";
        return TextTree.of(
                "delete from " + table + (steps.isEmpty() ? ": no foreign key points there" : ": rows along: " + most),
                steps,
                CascadeStep::text,
                CascadeStep::steps);
    }
}
