package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.diff.Detours;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Table;
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
        List<Change> last = List.copyOf(waiting);
        changes.stream()
                .filter(change ->
                        MySqlColumnChecks.isOwn(change) && MySqlColumnChecks.goesWithColumn((CheckChange) change, last))
                .forEach(waiting::add);
        // what the contract phase needs out of its way it takes away itself
        List<Change> expand = waiting.isEmpty() ? changes : new Detours(diff).without(without(changes, waiting));
        List<Change> contract = new ArrayList<>(changes);
        contract.removeIf(change -> !waiting.contains(change));
        return diff.before().engine() == DatabaseEngine.POSTGRESQL
                ? relaxed(diff, expand, contract)
                : new Phases(expand, contract);
    }

    /**
     * Programs of after do not know what goes: a column that waits may be NULL until then, where it would have to get a value.
     * On MySQL and MariaDB all rows would be written for it, and on SQLite the table made anew.
     */
    private static Phases relaxed(SchemaDiff diff, List<Change> expand, List<Change> contract) {
        List<Change> first = new ArrayList<>(expand);
        List<Change> last = new ArrayList<>(contract);
        for (int i = 0; i < last.size(); i++) {
            if (last.get(i) instanceof ColumnChange.Drop drop && mustHaveValue(diff, drop)) {
                Column relaxed = drop.column().withNullable(true);
                first.add(new ColumnChange.Alter(drop.table(), ColumnAspect.NULLABILITY, drop.column(), relaxed));
                last.set(i, new ColumnChange.Drop(drop.table(), relaxed));
            }
        }
        return new Phases(first, last);
    }

    private static boolean mustHaveValue(SchemaDiff diff, ColumnChange.Drop drop) {
        Column column = drop.column();
        boolean keyed = diff.changes().stream()
                .anyMatch(change -> change instanceof PrimaryKeyChange.Drop key
                        && key.table().equals(drop.table())
                        && key.key().columns().contains(column.name()));
        return PlanRequirements.isOpen(column)
                && !keyed
                && !column.options().containsKey("not null")
                && diff.after()
                        .table(drop.table())
                        .filter(Phases::decidesItself)
                        .isPresent();
    }

    /** A child has it from its parent, and who says by which index rows are known to replicas needs it there. */
    private static boolean decidesItself(Table table) {
        return table.partitionOf() == null
                && table.parents().isEmpty()
                && !table.options().containsKey("replica identity");
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
