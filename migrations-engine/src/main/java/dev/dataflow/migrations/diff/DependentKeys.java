package dev.dataflow.migrations.diff;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Foreign keys that both schemas have and that cannot stay: their columns, or the keys they need, go or change. */
final class DependentKeys {

    private final Schema before;
    private final Schema after;
    private final TouchedColumns touched;
    private final Map<String, Set<String>> lostKeys = new TreeMap<>();

    DependentKeys(Schema before, Schema after, TouchedColumns touched, Collection<Change> changes) {
        this.before = before;
        this.after = after;
        this.touched = touched;
        for (Change change : changes) {
            if (change instanceof PrimaryKeyChange.Drop drop) {
                lost(drop, drop.key().columns());
            } else if (change instanceof UniqueKeyChange.Drop drop) {
                lost(drop, drop.key().columns());
            } else if (change instanceof IndexChange.Drop drop) {
                lost(drop, drop.index().columns());
            }
        }
    }

    List<Change> all() {
        List<Change> changes = new ArrayList<>();
        for (Table table : before.tables()) {
            Table to = after.table(table.name()).orElse(null);
            if (to != null) {
                table.foreignKeys().stream()
                        .filter(to.foreignKeys()::contains)
                        .filter(key -> cannotStay(table, key))
                        .forEach(key -> {
                            changes.add(new ForeignKeyChange.Drop(table.name(), key));
                            changes.add(new ForeignKeyChange.Add(table.name(), key));
                        });
            }
        }
        return changes;
    }

    /** The foreign keys of a table that goes later than what they need. */
    List<ForeignKey> goingBefore(Table dropped) {
        return dropped.foreignKeys().stream()
                .filter(key -> cannotStay(dropped, key))
                .toList();
    }

    private boolean cannotStay(Table table, ForeignKey key) {
        String target = key.target().schema() == null ? key.target().name() : "";
        // MySQL and MariaDB need an index at both ends
        return meet(key.columns(), touched.any(table.name()))
                || meet(key.targetColumns(), touched.any(target))
                || meet(key.targetColumns(), lostKeys.getOrDefault(target, Set.of()))
                || before.engine().family() == EngineFamily.MYSQL
                        && meet(key.columns(), lostKeys.getOrDefault(table.name(), Set.of()));
    }

    private void lost(TablePartChange change, List<String> columns) {
        lostKeys.computeIfAbsent(change.table(), name -> new TreeSet<>()).addAll(columns);
    }

    private static boolean meet(List<String> columns, Set<String> others) {
        return columns.stream().anyMatch(others::contains);
    }
}
