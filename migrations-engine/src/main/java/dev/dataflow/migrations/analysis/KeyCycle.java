package dev.dataflow.migrations.analysis;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables whose foreign keys lead back to them.
 *
 * @param tables the tables, in the order of names
 * @param links the foreign keys among them
 * @param breakable those of the keys whose columns may be NULL at first, or that are checked only when the transaction ends;
 *     where there are none, no statement can write a first row alone
 */
public record KeyCycle(List<String> tables, List<KeyLink> links, List<KeyLink> breakable) {

    /** Copies the lists. */
    public KeyCycle {
        tables = List.copyOf(tables);
        links = List.copyOf(links);
        breakable = List.copyOf(breakable);
    }

    /** Whether it is one table that points to itself. */
    public boolean isSelf() {
        return tables.size() == 1;
    }

    /** The tables, and where rows can begin. */
    public String text() {
        return String.join(", ", tables)
                + (breakable.isEmpty()
                        ? ": no statement can write a first row alone"
                        : ": rows begin at "
                                + breakable.stream().map(KeyLink::text).collect(Collectors.joining("; ")));
    }
}
