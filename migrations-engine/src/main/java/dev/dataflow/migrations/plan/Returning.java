package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.ViewChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What goes and comes back under its name, the same or another, and may not be missed meanwhile. */
final class Returning {

    private final Set<String> names = new HashSet<>();
    private final Set<String> targets = new HashSet<>();

    Returning(List<Change> changes) {
        Set<String> gone = new HashSet<>();
        changes.stream().filter(Returning::isDrop).forEach(change -> gone.add(name(change)));
        changes.stream()
                .filter(change -> !isDrop(change) && gone.contains(name(change)))
                .forEach(change -> names.add(name(change)));
        names.remove("");
        changes.stream()
                .filter(change -> change instanceof ForeignKeyChange && has(change))
                .forEach(change ->
                        targets.add(((ForeignKeyChange) change).key().target().name()));
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    boolean has(Change change) {
        return names.contains(name(change));
    }

    /** Whether a foreign key that goes and comes back points to a table. */
    boolean pointsTo(String table) {
        return targets.contains(table);
    }

    private static boolean isDrop(Change change) {
        return change instanceof TablePartChange part && part.isDrop()
                || change instanceof ColumnChange.Drop
                || change instanceof ViewChange.Drop
                || change instanceof MaterialisedViewChange.Drop
                || change instanceof RoutineChange.Drop;
    }

    /** Empty for what may be missed: an index that is not unique only makes queries faster. */
    private static String name(Change change) {
        if (change instanceof IndexChange index && !index.index().unique()) {
            return "";
        }
        if (change instanceof ViewChange view) {
            return "view " + view.name();
        }
        if (change instanceof MaterialisedViewChange view) {
            return "view " + view.name();
        }
        if (change instanceof RoutineChange routine) {
            return "routine " + routine.name();
        }
        if (change instanceof ColumnChange.Drop drop) {
            return "column " + drop.table() + "." + drop.column().name();
        }
        if (change instanceof ColumnChange.Add add) {
            return "column " + add.table() + "." + add.column().name();
        }
        return change instanceof TablePartChange part
                ? part.getClass().getEnclosingClass() + " " + part.table() + "." + part.name()
                : "";
    }
}
