package dev.dataflow.migrations.analysis;

import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The tables of a schema and the foreign keys between them. */
final class KeyGraph {

    private final Map<String, List<KeyLink>> from = new TreeMap<>();
    private final Map<String, List<KeyLink>> to = new TreeMap<>();
    private final SchemaNames names;

    KeyGraph(Schema schema, SchemaNames names) {
        this.names = names;
        for (Table table : schema.tables()) {
            from.put(table.name(), new ArrayList<>());
            to.computeIfAbsent(table.name(), name -> new ArrayList<>());
        }
        for (Table table : schema.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                KeyLink link = new KeyLink(table.name(), key);
                links(from, table.name()).add(link);
                if (key.target().schema() == null) {
                    names.find(key.target().name())
                            .ifPresent(target -> links(to, target.name()).add(link));
                }
            }
        }
    }

    /** All foreign keys. */
    List<KeyLink> all() {
        return from.values().stream().flatMap(List::stream).toList();
    }

    /** The foreign keys of a table. */
    List<KeyLink> of(String table) {
        return links(from, table);
    }

    /** The foreign keys that point to a table. */
    List<KeyLink> to(String table) {
        return links(to, table);
    }

    /** The table that a foreign key points to; the key's own text where the schema has none. */
    String target(KeyLink link) {
        return link.key().target().schema() == null
                ? names.find(link.key().target().name())
                        .map(Table::name)
                        .orElse(link.key().target().name())
                : link.key().target().toString();
    }

    /** The tables, those that others point to before those; in a circle as they come. */
    List<String> parentsFirst() {
        List<String> order = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        from.keySet().forEach(table -> walk(table, this::parents, seen, order));
        return order;
    }

    /** The sets of tables that all lead to each other, most of them one table alone; what they point to comes first. */
    List<List<String>> circles() {
        List<String> order = parentsFirst();
        List<List<String>> circles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = order.size() - 1; i >= 0; i--) {
            List<String> circle = new ArrayList<>();
            walk(order.get(i), this::children, seen, circle);
            if (!circle.isEmpty()) {
                circles.add(0, circle.stream().sorted().toList());
            }
        }
        return circles;
    }

    /** Goes as deep as it can, with a stack of its own: chains of keys are longer than the thread's. */
    private static void walk(
            String start, Function<String, List<String>> next, Set<String> seen, List<String> finished) {
        Deque<String> path = new ArrayDeque<>();
        Map<String, Iterator<String>> open = new HashMap<>();
        if (seen.add(start)) {
            path.push(start);
            open.put(start, next.apply(start).iterator());
        }
        while (!path.isEmpty()) {
            String table = path.element();
            Iterator<String> rest = open.getOrDefault(table, List.<String>of().iterator());
            if (!rest.hasNext()) {
                finished.add(path.pop());
            } else {
                String other = rest.next();
                if (seen.add(other)) {
                    path.push(other);
                    open.put(other, next.apply(other).iterator());
                }
            }
        }
    }

    private List<String> parents(String table) {
        return of(table).stream()
                .map(this::target)
                .filter(from::containsKey)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> children(String table) {
        return to(table).stream().map(KeyLink::table).distinct().sorted().toList();
    }

    private static List<KeyLink> links(Map<String, List<KeyLink>> map, String table) {
        return map.computeIfAbsent(table, name -> new ArrayList<>());
    }
}
