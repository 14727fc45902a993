package dev.dataflow.cli.plan;

import dev.dataflow.migrations.analysis.Certainty;
import dev.dataflow.migrations.analysis.Dependant;
import dev.dataflow.migrations.analysis.Effect;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.schema.Routine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a plan does about dependants because of which a statement would be refused.
 *
 * @param gone what it takes away
 * @param back what it makes
 */
record WaysOut(Set<String> gone, Set<String> back) {

    static WaysOut of(List<Change> changes) {
        WaysOut ways = new WaysOut(new HashSet<>(), new HashSet<>());
        for (Change change : changes) {
            if (change instanceof TablePartChange part) {
                (part.isDrop() ? ways.gone : ways.back).add(key(part.table(), part.name()));
            } else if (change instanceof ViewChange view) {
                (view instanceof ViewChange.Drop ? ways.gone : ways.back).add(view.name());
            } else if (change instanceof MaterialisedViewChange view) {
                (view instanceof MaterialisedViewChange.Drop ? ways.gone : ways.back).add(view.name());
            } else if (change instanceof RoutineChange.Drop drop) {
                ways.gone.add(key(drop.routine()));
            } else if (change instanceof RoutineChange.Create create) {
                ways.back.add(key(create.routine()));
            }
        }
        return ways;
    }

    /** What is said of a dependant besides; empty where nothing is refused because of it for certain. */
    String of(Dependant dependant) {
        if (dependant.outcome().effect() != Effect.REFUSED || dependant.certainty() == Certainty.TEXT) {
            return "";
        }
        String key = dependant.table() == null ? dependant.name() : key(dependant.table(), dependant.name());
        if (!gone.contains(key)) {
            return "; the plan does nothing about it";
        }
        return back.contains(key) ? "; it goes before and comes back" : "; it goes before";
    }

    private static String key(Routine routine) {
        return routine.name() + "(" + routine.arguments() + ")";
    }

    private static String key(String table, String name) {
        return table + "." + name;
    }
}
