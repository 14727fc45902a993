package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.SchemaObjectChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.schema.Routine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which routines come after something else that comes, and go before something else that goes. What a text does is looked at when it is called. */
final class RoutinePlaces {

    private final Set<String> tables = new HashSet<>();
    private final Set<String> views = new HashSet<>();
    private final Set<String> goneRows = new HashSet<>();
    private final Set<String> altered = new HashSet<>();
    private final Set<String> early = new HashSet<>();
    private final Set<String> late = new HashSet<>();

    RoutinePlaces(List<Change> changes) {
        List<Routine> drops = new ArrayList<>();
        List<Routine> creates = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof TableChange.Create create) {
                tables.add(create.table());
            } else if (change instanceof ViewChange.Create || change instanceof MaterialisedViewChange.Create) {
                views.add(((SchemaObjectChange) change).name());
            } else if (change instanceof TableChange.Drop drop) {
                goneRows.add(drop.table());
            } else if (change instanceof ViewChange.Drop || change instanceof MaterialisedViewChange.Drop) {
                goneRows.add(((SchemaObjectChange) change).name());
            } else if (change instanceof ColumnChange column) {
                altered.add(column.table());
            } else if (change instanceof RoutineChange.Drop drop) {
                drops.add(drop.routine());
            } else if (change instanceof RoutineChange.Create create) {
                creates.add(create.routine());
            }
        }
        place(drops, creates);
    }

    private void place(List<Routine> drops, List<Routine> creates) {
        Set<String> gone = signatures(drops);
        Set<String> come = signatures(creates);
        for (Routine routine : drops) {
            if (come.contains(routine.signature())
                    || Mentions.any(routine.held(), goneRows)
                    || Mentions.any(routine.held(), altered)
                    || callsAnother(routine, drops)) {
                early.add(routine.signature());
            }
        }
        for (Routine routine : creates) {
            if (gone.contains(routine.signature())
                    || namesViews(routine)
                    || Mentions.any(routine.held(), altered)
                    || callsAnother(routine, creates)) {
                late.add(routine.signature());
            }
        }
    }

    boolean isEarly(Routine routine) {
        return early.contains(routine.signature());
    }

    boolean isLate(Routine routine) {
        return late.contains(routine.signature());
    }

    boolean namesViews(Routine routine) {
        return Mentions.any(routine.held(), views);
    }

    boolean namesTables(Routine routine) {
        return Mentions.any(routine.held(), tables);
    }

    /** What calls another goes before it, wherever that goes. */
    private static boolean callsAnother(Routine routine, List<Routine> all) {
        Set<String> others = new HashSet<>();
        all.forEach(each -> others.add(each.name()));
        others.remove(routine.name());
        return routine.kind() == Routine.Kind.AGGREGATE
                ? Mentions.any(routine.held(), others)
                : Mentions.call(routine.held(), others);
    }

    private static Set<String> signatures(List<Routine> routines) {
        Set<String> all = new HashSet<>();
        routines.forEach(each -> all.add(each.signature()));
        return all;
    }
}
