package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a schema has that depends on a table or a column. */
final class Dependants {

    private final Schema schema;

    Dependants(Schema schema) {
        this.schema = schema;
    }

    /**
     * Views, routines, triggers and foreign keys, with their kinds.
     *
     * @param table the table's current name
     * @param column the column's current name; null for all of the table
     */
    List<String> of(String table, @Nullable String column) {
        List<String> found = new ArrayList<>();
        Set<String> tables = Set.of(table);
        schema.views().forEach(view -> add(found, "view " + view.name(), view.definition(), tables, column));
        schema.materialisedViews()
                .forEach(view -> add(found, "materialised view " + view.name(), view.definition(), tables, column));
        schema.routines()
                .forEach(routine -> add(found, "routine " + routine.name(), routine.definition(), tables, column));
        for (Table each : schema.tables()) {
            boolean same = each.name().equals(table);
            each.triggers()
                    .forEach(trigger -> add(
                            found,
                            "trigger " + trigger.name(),
                            trigger.definition(),
                            same ? Set.of() : tables,
                            column));
            for (ForeignKey key : each.foreignKeys()) {
                boolean points =
                        key.target().schema() == null && key.target().name().equals(table);
                if (!same && points && (column == null || key.targetColumns().contains(column))) {
                    found.add("foreign key of " + each.name());
                }
            }
        }
        return found;
    }

    private static void add(List<String> found, String name, String text, Set<String> tables, @Nullable String column) {
        boolean ofTable = tables.isEmpty() || Mentions.any(text, tables);
        if (ofTable && (column == null || Mentions.any(text, Set.of(column)))) {
            found.add(name);
        }
    }
}
