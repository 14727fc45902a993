package dev.dataflow.migrations.order;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.ForeignKey;
import dev.dataflow.migrations.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An order in which each table comes after those it points to. Where tables point at each other in a circle no such
 * order exists; the keys that point forward are then listed apart, fewer than there are tables in the circle.
 *
 * @param tables the tables in order
 * @param forward keys to tables that come later, by the name of their table
 */
public record TableOrder(List<Table> tables, Map<TableName, List<ForeignKey>> forward) {

    /** Copies the list. */
    public TableOrder {
        tables = List.copyOf(tables);
    }

    /** Orders tables. The same tables give the same order, however they are given. */
    public static TableOrder of(List<Table> tables) {
        return new Search(tables).run();
    }

    /** Whether a key points to a table that comes later. */
    public boolean isForward(Table table, ForeignKey key) {
        return forward.getOrDefault(table.name(), List.of()).contains(key);
    }

    /** Walks along the foreign keys, depth first, and places a table when all it points to are placed. */
    private static final class Search {

        private final Map<TableName, Table> byName = new TreeMap<>();
        private final Set<TableName> entered = new HashSet<>();
        private final Set<TableName> placed = new HashSet<>();
        private final List<Table> order = new ArrayList<>();
        private final Map<TableName, List<ForeignKey>> forward = new LinkedHashMap<>();

        Search(List<Table> tables) {
            tables.forEach(table -> byName.put(table.name(), table));
        }

        TableOrder run() {
            byName.values().forEach(this::enter);
            return new TableOrder(order, forward);
        }

        private void enter(Table table) {
            if (!entered.add(table.name())) {
                return;
            }
            for (ForeignKey key : table.foreignKeys()) {
                Table target = byName.get(key.targetTable());
                if (target != null) {
                    enter(target);
                }
            }
            for (ForeignKey key : table.foreignKeys()) {
                TableName target = key.targetTable();
                // still on the way: the walk came from there, in a circle
                if (byName.containsKey(target) && !target.equals(table.name()) && !placed.contains(target)) {
                    forward.computeIfAbsent(table.name(), name -> new ArrayList<>())
                            .add(key);
                }
            }
            placed.add(table.name());
            order.add(table);
        }
    }
}
