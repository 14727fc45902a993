package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.Trigger;
import dev.dataflow.migrations.schema.View;
import dev.dataflow.migrations.script.CreationScript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Views and triggers that mention a table, or each other. None of them outlives it when it is made anew, and SQLite gives no
 * table another name while one mentions what is gone.
 *
 * @param drops what takes them away
 * @param creates what makes them again
 */
record SqliteSurroundings(List<String> drops, List<String> creates) {

    /** Those that are not there, or go and come by themselves. */
    static final SqliteSurroundings NONE = new SqliteSurroundings(List.of(), List.of());

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    static SqliteSurroundings of(Schema schema, String table) {
        Set<String> names = new TreeSet<>(Set.of(table));
        List<View> views = new ArrayList<>();
        for (boolean again = true; again; ) {
            again = false;
            for (View view : schema.views()) {
                if (!views.contains(view) && mentions(view, names)) {
                    views.add(view);
                    names.add(view.name());
                    again = true;
                }
            }
        }
        List<String> drops = new ArrayList<>();
        List<String> creates = new ArrayList<>();
        views.forEach(view -> drops.add("DROP VIEW " + QUOTING.quote(view.name())));
        Collections.reverse(drops);
        creates.addAll(CreationScript.of(new Schema(
                DatabaseEngine.SQLITE,
                List.of(),
                views,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of())));
        for (Table each : schema.tables()) {
            for (Trigger trigger : each.triggers()) {
                if (each.name().equals(table) || Mentions.any(trigger.definition(), names)) {
                    drops.add("DROP TRIGGER " + QUOTING.quote(trigger.name()));
                    creates.add(trigger.definition());
                }
            }
        }
        return new SqliteSurroundings(drops, creates);
    }

    private static boolean mentions(View view, Set<String> names) {
        return Mentions.any(view.definition(), names)
                || view.triggers().stream().anyMatch(trigger -> Mentions.any(trigger.definition(), names));
    }
}
