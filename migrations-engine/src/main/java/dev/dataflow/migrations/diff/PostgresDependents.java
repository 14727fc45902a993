package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.PolicyChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.RuleChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.schema.MaterialisedView;
import dev.dataflow.migrations.schema.Routine;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What PostgreSQL knows to depend on something that goes or becomes another: views, routines whose body it has read or that give
 * rows of a view, and policies, triggers and rules. They make way and come back, and so does what depends on them. Not thread-safe.
 */
final class PostgresDependents {

    private final Schema before;
    private final Schema after;
    private final Map<String, Routine> target;
    private final TouchedTexts columns;
    private final Set<String> named;
    private final Set<String> rows = new TreeSet<>();
    private final Set<String> called = new TreeSet<>();
    private final List<View> views = new ArrayList<>();
    private final List<MaterialisedView> materialisedViews = new ArrayList<>();
    private final Set<Routine> routines = new LinkedHashSet<>();

    /**
     * Finds them.
     *
     * @param before the schema there is
     * @param after the schema there is to be
     * @param named the tables and views that no view may mention meanwhile
     * @param changes the differences
     */
    PostgresDependents(Schema before, Schema after, Set<String> named, Collection<Change> changes) {
        this.before = before;
        this.after = after;
        this.named = new TreeSet<>(named);
        target = after.routines().stream()
                .collect(Collectors.toMap(Routine::signature, each -> each, (one, other) -> one, LinkedHashMap::new));
        columns = TouchedTexts.of(changes);
        changes.forEach(this::touch);
        boolean grown = true;
        while (grown) {
            grown = findViews() | findMaterialisedViews() | findRoutines();
        }
    }

    /** What takes them away, and what brings them back. */
    List<Change> all() {
        List<Change> changes = new ArrayList<>();
        views.forEach(view -> changes.addAll(List.of(new ViewChange.Drop(view), new ViewChange.Create(view))));
        materialisedViews.forEach(view -> changes.addAll(
                List.of(new MaterialisedViewChange.Drop(view), new MaterialisedViewChange.Create(view))));
        routines.forEach(routine -> changes.addAll(
                List.of(new RoutineChange.Drop(routine), new RoutineChange.Create(target.get(routine.signature())))));
        before.tables().forEach(table -> after.table(table.name()).ifPresent(to -> behaviour(table, to, changes)));
        return changes;
    }

    private void touch(Change change) {
        if (change instanceof TableChange.Drop drop) {
            rows.add(drop.table());
        } else if (change instanceof ViewChange.Drop drop) {
            rows.add(drop.name());
        } else if (change instanceof MaterialisedViewChange.Drop drop) {
            rows.add(drop.name());
        } else if (change instanceof RoutineChange.Drop drop) {
            called.add(drop.routine().name());
        } else if (change instanceof RoutineChange.Alter alter
                && !alter.before().isReplaceableBy(alter.after())) {
            goes(alter.before());
        }
    }

    private void goes(Routine routine) {
        routines.add(routine);
        called.add(routine.name());
    }

    private boolean findViews() {
        boolean found = false;
        for (View view : before.views()) {
            if (!rows.contains(view.name()) && after.views().contains(view) && isHeld(Mentioning.text(view))) {
                views.add(view);
                found |= rows.add(view.name()) | named.add(view.name());
            }
        }
        return found;
    }

    private boolean findMaterialisedViews() {
        boolean found = false;
        for (MaterialisedView view : before.materialisedViews()) {
            if (!rows.contains(view.name()) && after.materialisedViews().contains(view) && isHeld(view.definition())) {
                materialisedViews.add(view);
                found |= rows.add(view.name()) | named.add(view.name());
            }
        }
        return found;
    }

    private boolean isHeld(String view) {
        return Mentions.any(view, named) || Mentions.call(view, called);
    }

    private boolean findRoutines() {
        boolean found = false;
        for (Routine routine : before.routines()) {
            if (target.containsKey(routine.signature()) && !routines.contains(routine) && isHeld(routine)) {
                goes(routine);
                found = true;
            }
        }
        return found;
    }

    private boolean isHeld(Routine routine) {
        String held = routine.held();
        Set<String> others = new TreeSet<>(called);
        others.remove(routine.name());
        return Mentions.any(held, rows) || Mentions.call(held, others) || columns.isIn(held, null);
    }

    private void behaviour(Table table, Table to, List<Change> changes) {
        String name = to.name();
        table.policies().stream()
                .filter(each -> to.policies().contains(each) && isHeld(each.using() + " " + each.check(), name))
                .forEach(each -> changes.addAll(
                        List.of(new PolicyChange.Drop(name, each), new PolicyChange.Create(name, each))));
        table.triggers().stream()
                .filter(each -> to.triggers().contains(each) && Mentions.call(each.definition(), called))
                .forEach(each -> changes.addAll(
                        List.of(new TriggerChange.Drop(name, each), new TriggerChange.Create(name, each))));
        table.rules().stream()
                .filter(each -> to.rules().contains(each) && isHeld(each.definition(), name))
                .forEach(each ->
                        changes.addAll(List.of(new RuleChange.Drop(name, each), new RuleChange.Create(name, each))));
    }

    /** The table's own columns are looked at elsewhere. */
    private boolean isHeld(String text, String own) {
        return Mentions.any(text, rows) || Mentions.call(text, called) || columns.isIn(text, own);
    }
}
