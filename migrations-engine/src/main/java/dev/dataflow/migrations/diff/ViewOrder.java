package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.ViewChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts changes of views behind those of the views that they mention. */
final class ViewOrder {

    private final Map<String, Change> byName = new LinkedHashMap<>();
    private final List<Change> order = new ArrayList<>();

    private ViewOrder(List<Change> changes) {
        changes.forEach(change -> byName.put(name(change), change));
    }

    static List<Change> of(List<Change> changes) {
        ViewOrder order = new ViewOrder(changes);
        while (!order.byName.isEmpty()) {
            order.enter(order.byName.keySet().iterator().next());
        }
        return order.order;
    }

    private void enter(String name) {
        // taken out first: no view mentions itself, and servers make none in a circle
        Change change = byName.remove(name);
        if (change != null) {
            String text = text(change);
            for (String other : List.copyOf(byName.keySet())) {
                if (Mentions.any(text, Set.of(other))) {
                    enter(other);
                }
            }
            order.add(change);
        }
    }

    private static String name(Change change) {
        return change instanceof ViewChange view ? view.name() : ((MaterialisedViewChange) change).name();
    }

    private static String text(Change change) {
        if (change instanceof ViewChange.Create create) {
            return Mentioning.text(create.view());
        }
        if (change instanceof ViewChange.Drop drop) {
            return Mentioning.text(drop.view());
        }
        return change instanceof MaterialisedViewChange.Create create
                ? create.view().definition()
                : ((MaterialisedViewChange.Drop) change).view().definition();
    }
}
