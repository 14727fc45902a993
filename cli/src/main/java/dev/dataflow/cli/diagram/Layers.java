package dev.dataflow.cli.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts tables into columns: those that point to nothing first, each other behind all it points to. A key that closes a
 * circle does not count. In a column, tables stand near those they point to, else in the order of their names.
 */
final class Layers {

    private final Map<String, Set<String>> targets = new TreeMap<>();
    private final Map<String, Integer> layers = new TreeMap<>();

    private Layers(Diagram diagram) {
        diagram.boxes().forEach(box -> targets.put(box.table(), new TreeSet<>()));
        for (Arrow arrow : diagram.arrows()) {
            if (!arrow.from().equals(arrow.to()) && targets.containsKey(arrow.to())) {
                targets.get(arrow.from()).add(arrow.to());
            }
        }
    }

    /** The names of the tables, column by column. */
    static List<List<String>> of(Diagram diagram) {
        Layers layers = new Layers(diagram);
        layers.targets.keySet().forEach(table -> layers.place(table, new HashSet<>()));
        return layers.columns();
    }

    private int place(String table, Set<String> open) {
        Integer known = layers.get(table);
        if (known != null) {
            return known;
        }
        open.add(table);
        int layer = 0;
        for (String target : targets.get(table)) {
            if (!open.contains(target)) {
                layer = Math.max(layer, place(target, open) + 1);
            }
        }
        open.remove(table);
        layers.put(table, layer);
        return layer;
    }

    private List<List<String>> columns() {
        List<List<String>> columns = new ArrayList<>();
        layers.forEach((table, layer) -> {
            while (columns.size() <= layer) {
                columns.add(new ArrayList<>());
            }
            columns.get(layer).add(table);
        });
        Map<String, Double> places = new TreeMap<>();
        for (List<String> column : columns) {
            column.sort(Comparator.<String>comparingDouble(table -> middle(table, places))
                    .thenComparing(each -> each));
            for (int i = 0; i < column.size(); i++) {
                places.put(column.get(i), (double) i);
            }
        }
        return columns;
    }

    /** The mean place of those it points to. */
    private double middle(String table, Map<String, Double> places) {
        return targets.get(table).stream()
                .filter(places::containsKey)
                .mapToDouble(places::get)
                .average()
                .orElse(0);
    }
}
