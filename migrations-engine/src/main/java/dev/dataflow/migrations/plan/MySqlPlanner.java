package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans for MySQL and MariaDB. Each statement commits, so there are no transactions; what changes one table is one
 * statement, as far as renames and foreign keys let it, and as far as it disturbs others alike.
 */
final class MySqlPlanner {

    private final Phases phases;
    private final boolean online;
    private final Steps steps;
    private final MySqlWays ways;
    private final MySqlAlters alters;
    private final List<Step> all = new ArrayList<>();
    private final Map<String, List<Change>> waiting = new LinkedHashMap<>();

    MySqlPlanner(SchemaDiff diff, PlanOptions options) {
        phases = Phases.of(diff);
        online = options.online();
        DatabaseEngine engine = diff.before().engine();
        MySqlStatements statements = new MySqlStatements(diff, false);
        steps = new Steps(engine, phases, options, statements::of, new MySqlStatements(diff, true)::of);
        ways = new MySqlWays(diff, options.version());
        alters = new MySqlAlters(options, statements, steps, ways, new Backfills(diff, options));
    }

    List<Step> steps() {
        plan(phases.expand());
        plan(phases.contract());
        return all;
    }

    private void plan(List<Change> changes) {
        for (Change change : changes) {
            if (MySqlStatements.isClause(change)) {
                waiting.computeIfAbsent(MySqlStatements.table(change), name -> new ArrayList<>())
                        .add(change);
            } else {
                if (mustWait(change)) {
                    flush();
                }
                all.add(step(change));
            }
        }
        flush();
    }

    /** Whether what comes before must be done. Tables that come or go have nothing to do with others by then. */
    private static boolean mustWait(Change change) {
        return !(change instanceof TableChange.Create
                || change instanceof TableChange.Drop
                || change instanceof ForeignKeyChange.Drop);
    }

    private void flush() {
        waiting.forEach((table, changes) -> all.addAll(alters.steps(table, changes)));
        waiting.clear();
    }

    private Step step(Change change) {
        Step step = steps.of(List.of(change), Step.Transaction.NONE);
        boolean says = change instanceof ColumnChange.Rename
                || change instanceof ForeignKeyChange
                || change instanceof TableChange.AlterOptions;
        if (!online || !says) {
            return step;
        }
        List<String> statements = step.statements().stream()
                .map(statement -> statement + ", " + ways.of(change).clauses())
                .toList();
        return steps.of(step.changes(), statements, Step.Transaction.NONE, step.inverse());
    }
}
