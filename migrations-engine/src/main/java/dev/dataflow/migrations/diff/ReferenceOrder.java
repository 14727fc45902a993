package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts tables behind those that their foreign keys point to, as far as they do not point to each other in a circle. */
final class ReferenceOrder {

    private final Map<String, Table> byName = new TreeMap<>();
    private final Set<String> begun = new HashSet<>();
    private final List<Table> order = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    private ReferenceOrder(List<Table> tables) {
        tables.forEach(table -> byName.put(table.name(), table));
        byName.values().forEach(this::enter);
    }

    static ReferenceOrder of(List<Table> tables) {
        return new ReferenceOrder(tables);
    }

    /** The tables in order; partitions behind what they are partitions of. */
    List<Table> tables() {
        return order;
    }

    /** A table's foreign keys to itself and to tables before it. */
    List<ForeignKey> backward(Table table) {
        return table.foreignKeys().stream()
                .filter(key -> key.target().schema() == null
                        && places.getOrDefault(key.target().name(), Integer.MAX_VALUE) <= places.get(table.name()))
                .toList();
    }

    private void enter(Table table) {
        if (!begun.add(table.name())) {
            return;
        }
        if (table.partitionOf() != null) {
            enter(table.partitionOf().parent().name());
        }
        table.parents().forEach(parent -> enter(parent.name()));
        // a column may hold rows of another table
        table.columns().forEach(column -> enter(column.type().name()));
        for (ForeignKey key : table.foreignKeys()) {
            if (key.target().schema() == null) {
                enter(key.target().name());
            }
        }
        places.put(table.name(), order.size());
        order.add(table);
    }

    private void enter(String name) {
        Table table = byName.get(name);
        if (table != null) {
            enter(table);
        }
    }
}
