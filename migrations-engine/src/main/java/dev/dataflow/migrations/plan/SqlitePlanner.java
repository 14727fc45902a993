package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans for SQLite: one transaction. A table that cannot be altered is made anew, once for all its changes of a phase; what
 * can be altered in place is.
 */
final class SqlitePlanner {

    private final SchemaDiff diff;
    private final Phases phases;
    private final SqliteInPlace inPlace;
    private final Steps steps;
    private final SqliteValues values;

    SqlitePlanner(SchemaDiff diff, PlanOptions options) {
        this.diff = diff;
        phases = Phases.of(diff);
        steps = new Steps(DatabaseEngine.SQLITE, phases, options, new SqliteStatements()::of);
        values = new SqliteValues(options, steps, new Backfills(diff, options));
        inPlace = new SqliteInPlace(options.version(), values);
    }

    List<Step> steps() {
        Map<String, Table> between = new TreeMap<>();
        BetweenPhases.of(diff.after(), phases.contract()).tables().forEach(table -> between.put(table.name(), table));
        Map<String, Table> after = new TreeMap<>();
        diff.after().tables().forEach(table -> after.put(table.name(), table));
        List<Step> all = new ArrayList<>(steps(phases.expand(), before(), between, null));
        all.addAll(steps(phases.contract(), between, after, diff.after()));
        return all;
    }

    /** The tables as they are, by their new names. */
    private Map<String, Table> before() {
        Map<String, String> names = new HashMap<>();
        for (Change change : diff.changes()) {
            if (change instanceof TableChange.Rename rename) {
                names.put(rename.from(), rename.to());
            }
        }
        Map<String, Table> tables = new TreeMap<>();
        for (Table table : diff.before().tables()) {
            String name = names.getOrDefault(table.name(), table.name());
            tables.put(name, table.edit().name(name).build());
        }
        return tables;
    }

    private List<Step> steps(
            List<Change> changes, Map<String, Table> from, Map<String, Table> to, @Nullable Schema around) {
        Map<String, SqliteRebuild> rebuilds = rebuilds(changes, from, to, around);
        List<Step> all = new ArrayList<>();
        for (Change change : changes) {
            String table = table(change);
            SqliteRebuild rebuild = table == null ? null : rebuilds.get(table);
            if (rebuild == null || change instanceof TriggerChange) {
                all.addAll(values.steps(change));
            } else if (rebuild.begin()) {
                all.add(rebuild.step(steps));
            }
        }
        return all;
    }

    private Map<String, SqliteRebuild> rebuilds(
            List<Change> all, Map<String, Table> from, Map<String, Table> to, @Nullable Schema around) {
        Map<String, List<Change>> byTable = new LinkedHashMap<>();
        for (Change change : all) {
            String table = table(change);
            if (table != null && !(change instanceof TriggerChange)) {
                byTable.computeIfAbsent(table, name -> new ArrayList<>()).add(change);
            }
        }
        Map<String, SqliteRebuild> rebuilds = new TreeMap<>();
        byTable.forEach((name, changes) -> {
            Table before = from.get(name);
            Table after = to.get(name);
            if (before != null && after != null && !inPlace.can(before, changes)) {
                SqliteSurroundings surroundings =
                        around == null ? SqliteSurroundings.NONE : SqliteSurroundings.of(around, name);
                rebuilds.put(name, new SqliteRebuild(before, after, changes, values, surroundings));
            }
        });
        return rebuilds;
    }

    /** The table that a change alters, under its new name; null for a change that alters none. */
    private static @Nullable String table(Change change) {
        boolean alters = !(change instanceof TableChange) || change instanceof TableChange.AlterOptions;
        return alters ? change.ofTable().orElse(null) : null;
    }
}
