package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans for MySQL and MariaDB. Each statement commits, so there are no transactions; what changes one table is one
 * statement, as far as renames and foreign keys let it.
 */
final class MySqlPlanner {

    private final SchemaDiff diff;
    private final Steps steps;
    private final List<Step> all = new ArrayList<>();
    private final Map<String, List<Change>> waiting = new LinkedHashMap<>();

    MySqlPlanner(SchemaDiff diff) {
        this.diff = diff;
        DatabaseEngine engine = diff.before().engine();
        steps = new Steps(engine, new MySqlStatements(engine)::of);
    }

    List<Step> steps() {
        for (Change change : diff.changes()) {
            if (MySqlStatements.isClause(change)) {
                waiting.computeIfAbsent(table(change), name -> new ArrayList<>())
                        .add(change);
            } else {
                if (mustWait(change)) {
                    flush();
                }
                add(List.of(change));
            }
        }
        flush();
        return all;
    }

    /** Whether what comes before must be done. Tables that come or go have nothing to do with others by then. */
    private static boolean mustWait(Change change) {
        return !(change instanceof TableChange.Create
                || change instanceof TableChange.Drop
                || change instanceof ForeignKeyChange.Drop);
    }

    private void flush() {
        waiting.values().forEach(this::add);
        waiting.clear();
    }

    private void add(List<Change> changes) {
        all.add(steps.of(changes, Step.Transaction.NONE));
    }

    private static String table(Change change) {
        return change instanceof ColumnChange column ? column.table() : ((TablePartChange) change).table();
    }
}
