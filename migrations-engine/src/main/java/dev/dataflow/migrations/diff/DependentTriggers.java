package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Triggers on SQLite that both schemas have, on tables that are made anew or mentioning them: SQLite looks at all triggers
 * when a table gets another name.
 */
final class DependentTriggers {

    private final Schema before;
    private final Schema after;
    private final Set<String> touched;

    DependentTriggers(Schema before, Schema after, Collection<Change> changes) {
        this.before = before;
        this.after = after;
        touched = new DependentViews(before, after, changes).touched();
    }

    List<Change> all() {
        List<Change> changes = new ArrayList<>();
        for (Table table : before.tables()) {
            Table to = after.table(table.name()).orElse(null);
            if (to != null) {
                table.triggers().stream()
                        .filter(to.triggers()::contains)
                        .filter(each -> touched.contains(table.name()) || Mentions.any(each.definition(), touched))
                        .forEach(each -> {
                            changes.add(new TriggerChange.Drop(table.name(), each));
                            changes.add(new TriggerChange.Create(table.name(), each));
                        });
            }
        }
        return changes;
    }
}
