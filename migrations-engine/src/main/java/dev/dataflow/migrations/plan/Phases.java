package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.diff.Detours;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which differences wait until no program of before runs any more: what such a program names goes last, unless it stands in
 * the way of something that comes.
 */
final class Phases {

    private final List<Change> expand;
    private final List<Change> contract;
    private final Set<Change> waiting;

    private Phases(List<Change> expand, List<Change> contract) {
        this.expand = List.copyOf(expand);
        this.contract = List.copyOf(contract);
        this.waiting = Set.copyOf(contract);
    }

    static Phases of(SchemaDiff diff) {
        List<Change> changes = diff.changes();
        Set<Change> waiting = new HashSet<>();
        changes.stream().filter(Leftovers::mayWait).forEach(waiting::add);
        for (boolean again = true; again; ) {
            List<Change> rest = without(changes, waiting);
            Leftovers leftovers = new Leftovers(diff, rest);
            again = waiting.removeIf(leftovers::isInTheWay);
        }
        // what the contract phase needs out of its way it takes away itself
        List<Change> expand = waiting.isEmpty() ? changes : new Detours(diff).without(without(changes, waiting));
        List<Change> contract = new ArrayList<>(changes);
        contract.removeIf(change -> !waiting.contains(change));
        return new Phases(expand, contract);
    }

    /** What comes first, in its order. */
    List<Change> expand() {
        return expand;
    }

    /** What goes when no program needs it any more, in its order. */
    List<Change> contract() {
        return contract;
    }

    /** The phase of a step that makes these changes. */
    Phase of(List<Change> changes) {
        return !changes.isEmpty() && waiting.contains(changes.get(0)) ? Phase.CONTRACT : Phase.EXPAND;
    }

    private static List<Change> without(List<Change> changes, Set<Change> waiting) {
        return changes.stream().filter(change -> !waiting.contains(change)).toList();
    }
}
