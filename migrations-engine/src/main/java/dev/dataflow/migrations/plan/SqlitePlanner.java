package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans for SQLite: one transaction. A table that cannot be altered is made anew, once for all its changes; what can be
 * altered in place is.
 */
final class SqlitePlanner {

    private final SchemaDiff diff;
    private final SqliteStatements statements = new SqliteStatements();
    private final Steps steps = new Steps(DatabaseEngine.SQLITE, statements::of);
    private final Map<String, String> newTables = new HashMap<>();

    SqlitePlanner(SchemaDiff diff) {
        this.diff = diff;
        for (Change change : diff.changes()) {
            if (change instanceof TableChange.Rename rename) {
                newTables.put(rename.from(), rename.to());
            }
        }
    }

    List<Step> steps() {
        Map<String, SqliteRebuild> rebuilds = rebuilds();
        List<Step> all = new ArrayList<>();
        for (Change change : diff.changes()) {
            String table = table(change);
            SqliteRebuild rebuild = table == null ? null : rebuilds.get(table);
            if (rebuild == null || change instanceof TriggerChange) {
                all.add(steps.of(List.of(change), Step.Transaction.SHARED));
            } else if (rebuild.begin()) {
                all.add(rebuild.step(steps));
            }
        }
        return all;
    }

    private Map<String, SqliteRebuild> rebuilds() {
        Map<String, List<Change>> byTable = new LinkedHashMap<>();
        for (Change change : diff.changes()) {
            String table = table(change);
            if (table != null && !(change instanceof TriggerChange)) {
                byTable.computeIfAbsent(table, name -> new ArrayList<>()).add(change);
            }
        }
        Map<String, SqliteRebuild> rebuilds = new TreeMap<>();
        for (Table before : diff.before().tables()) {
            String name = newTables.getOrDefault(before.name(), before.name());
            List<Change> changes = byTable.getOrDefault(name, List.of());
            diff.after().table(name).ifPresent(after -> {
                if (!SqliteInPlace.can(before, changes)) {
                    rebuilds.put(
                            name, new SqliteRebuild(before.edit().name(name).build(), after, changes));
                }
            });
        }
        return rebuilds;
    }

    /** The table that a change alters, under its new name; null for a change that alters none. */
    private static @Nullable String table(Change change) {
        if (change instanceof ColumnChange column) {
            return column.table();
        }
        if (change instanceof TablePartChange part) {
            return part.table();
        }
        return change instanceof TableChange.AlterOptions alter ? alter.table() : null;
    }
}
