package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.Mentioning;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.Trigger;
import dev.dataflow.migrations.script.CreationScript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

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
        Mentioning mentioning = Mentioning.of(Set.of(table), schema.views(), schema.materialisedViews());
        List<String> drops = new ArrayList<>();
        List<String> creates = new ArrayList<>();
        mentioning.views().forEach(view -> drops.add("DROP VIEW " + QUOTING.quote(view.name())));
        Collections.reverse(drops);
        Schema views = Schema.empty(DatabaseEngine.SQLITE)
                .edit()
                .views(mentioning.views())
                .build();
        creates.addAll(CreationScript.of(views));
        for (Table each : schema.tables()) {
            for (Trigger trigger : mentioning.triggers(each)) {
                drops.add("DROP TRIGGER " + QUOTING.quote(trigger.name()));
                creates.add(trigger.definition());
            }
        }
        return new SqliteSurroundings(drops, creates);
    }
}
