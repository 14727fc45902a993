package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.PolicyChange;
import dev.dataflow.migrations.change.RuleChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TriggerChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Puts what goes before tables are renamed under the names that they have then, by which it is written, too. */
final class OldTables {

    private final Map<String, String> names = new HashMap<>();

    OldTables(Collection<Change> changes) {
        for (Change change : changes) {
            if (change instanceof TableChange.Rename rename) {
                names.put(rename.to(), rename.from());
            }
        }
    }

    Change of(Change change) {
        if (change instanceof TriggerChange.Drop drop) {
            return new TriggerChange.Drop(name(drop.table()), drop.trigger());
        }
        if (change instanceof PolicyChange.Drop drop) {
            return new PolicyChange.Drop(name(drop.table()), drop.policy());
        }
        return change instanceof RuleChange.Drop drop ? new RuleChange.Drop(name(drop.table()), drop.rule()) : change;
    }

    private String name(String table) {
        return names.getOrDefault(table, table);
    }
}
