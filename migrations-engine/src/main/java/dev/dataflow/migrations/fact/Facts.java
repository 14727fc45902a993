package dev.dataflow.migrations.fact;

import dev.dataflow.migrations.change.Change;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is known about a database. What is not known is not there; it is never guessed.
 *
 * @param server what is known of the server
 * @param tables what is known of tables, by the names they have now
 * @param counted answers about rows
 */
public record Facts(ServerFacts server, Map<String, TableFacts> tables, List<Counted> counted) {

    private static final String OFFLINE = "no database was asked";

    /** Copies the map and the list. */
    public Facts {
        tables = Map.copyOf(tables);
        counted = List.copyOf(counted);
    }

    /** Nothing is known: no database was asked. */
    public static Facts unknown() {
        return new Facts(ServerFacts.unknown(OFFLINE), Map.of(), List.of());
    }

    /** Facts about tables, by their names. */
    public static Facts of(ServerFacts server, Collection<TableFacts> tables, List<Counted> counted) {
        Map<String, TableFacts> byName = new TreeMap<>();
        tables.forEach(table -> byName.put(table.table(), table));
        return new Facts(server, byName, counted);
    }

    /**
     * What is known of a table; nothing when it was not asked about.
     *
     * @param name the name that it has now
     */
    public TableFacts table(String name) {
        TableFacts known = tables.get(name);
        return known == null ? TableFacts.unknown(name, OFFLINE) : known;
    }

    /** The answers that belong to each change. */
    public Map<Change, List<Counted>> byChange() {
        return counted.stream()
                .collect(Collectors.groupingBy(each -> each.question().change()));
    }
}
