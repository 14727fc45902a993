package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.DefinedTypeChange;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.SchemaObjectChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.schema.Routine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts changes of views, routines and types behind those of the views and types that they mention, and of the routines that they call.
 */
final class DefinitionOrder {

    private final Map<String, Change> byName = new LinkedHashMap<>();
    private final List<Change> order = new ArrayList<>();

    private DefinitionOrder(List<Change> changes) {
        changes.forEach(change -> byName.put(change.kind() + " " + change.object(), change));
    }

    static List<Change> of(List<Change> changes) {
        DefinitionOrder order = new DefinitionOrder(changes);
        while (!order.byName.isEmpty()) {
            order.enter(order.byName.keySet().iterator().next());
        }
        return order.order;
    }

    private void enter(String name) {
        // taken out first: none mentions itself, and servers make none in a circle
        Change change = byName.remove(name);
        if (change != null) {
            String text = text(change);
            for (Map.Entry<String, Change> other : List.copyOf(byName.entrySet())) {
                if (isNamed(other.getValue(), text, namesFunctions(change))) {
                    enter(other.getKey());
                }
            }
            order.add(change);
        }
    }

    /** Aggregates and range types name their functions without calling them. */
    private static boolean namesFunctions(Change change) {
        return change instanceof DefinedTypeChange
                || change instanceof RoutineChange routine && routine(routine).kind() == Routine.Kind.AGGREGATE;
    }

    private static boolean isNamed(Change other, String text, boolean anyWord) {
        return other instanceof RoutineChange routine && !anyWord
                ? Mentions.call(text, Set.of(routine(routine).name()))
                : Mentions.any(text, Set.of(word(other)));
    }

    private static String word(Change change) {
        return change instanceof RoutineChange routine ? routine(routine).name() : ((SchemaObjectChange) change).name();
    }

    private static String text(Change change) {
        if (change instanceof ViewChange.Create create) {
            return Mentioning.text(create.view());
        }
        if (change instanceof ViewChange.Drop drop) {
            return Mentioning.text(drop.view());
        }
        if (change instanceof MaterialisedViewChange.Create create) {
            return create.view().definition();
        }
        if (change instanceof MaterialisedViewChange.Drop drop) {
            return drop.view().definition();
        }
        return change instanceof RoutineChange routine ? routine(routine).held() : TypeText.of(change);
    }

    private static Routine routine(RoutineChange change) {
        return change instanceof RoutineChange.Create create
                ? create.routine()
                : ((RoutineChange.Drop) change).routine();
    }
}
