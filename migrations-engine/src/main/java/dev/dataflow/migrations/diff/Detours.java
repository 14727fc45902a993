package dev.dataflow.migrations.diff;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.change.ViewChange;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What goes and comes back the same, to make way for something else. */
public final class Detours {

    private final SchemaDiff diff;

    /** The detours of differences. */
    public Detours(SchemaDiff diff) {
        this.diff = diff;
    }

    /**
     * Differences without those that make way for nothing among them: where only some are made, what the others need is not.
     *
     * @param some a part of the differences, in their order
     */
    public List<Change> without(List<Change> some) {
        Set<Change> detours = new HashSet<>();
        some.forEach(change -> find(change, some, detours));
        List<Change> rest =
                some.stream().filter(change -> !detours.contains(change)).toList();
        Set<Change> needed = new HashSet<>(new DependentDefinitions(diff.before(), diff.after(), rest).all());
        return some.stream()
                .filter(change -> !detours.contains(change) || needed.contains(change))
                .toList();
    }

    private void find(Change change, Collection<Change> some, Set<Change> detours) {
        if (change instanceof ViewChange.Drop drop) {
            add(drop, new ViewChange.Create(drop.view()), some, detours);
        } else if (change instanceof MaterialisedViewChange.Drop drop) {
            add(drop, new MaterialisedViewChange.Create(drop.view()), some, detours);
        } else if (change instanceof RoutineChange.Drop drop) {
            add(drop, new RoutineChange.Create(drop.routine()), some, detours);
        } else if (change instanceof TriggerChange.Drop drop
                && diff.before().engine().family() == EngineFamily.SQLITE
                && diff.before().table(drop.table()).isPresent()) {
            add(drop, new TriggerChange.Create(drop.table(), drop.trigger()), some, detours);
        }
    }

    private static void add(Change drop, Change create, Collection<Change> some, Set<Change> detours) {
        if (some.contains(create)) {
            detours.addAll(Set.of(drop, create));
        }
    }
}
