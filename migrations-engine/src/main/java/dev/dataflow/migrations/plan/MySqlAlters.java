package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.schema.Column;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps that change one table of MySQL or MariaDB: plain as one, online by the way each clause can be made. */
final class MySqlAlters {

    /**
     * A clause of ALTER TABLE.
     *
     * @param text the clause
     * @param changes what it changes; empty when it completes another
     * @param way how it can be made
     * @param joined whether it needs the table's other clauses in its statement
     */
    private record Clause(String text, List<Change> changes, MySqlWay way, boolean joined) {}

    /** What a table's rows get in a column. */
    private record Fill(Column column, String value) {}

    private final PlanOptions options;
    private final MySqlStatements statements;
    private final Steps steps;
    private final MySqlWays ways;
    private final Backfills backfills;

    MySqlAlters(PlanOptions options, MySqlStatements statements, Steps steps, MySqlWays ways, Backfills backfills) {
        this.options = options;
        this.statements = statements;
        this.steps = steps;
        this.ways = ways;
        this.backfills = backfills;
    }

    List<Step> steps(String table, List<Change> changes) {
        List<Clause> clauses = new ArrayList<>();
        List<Clause> later = new ArrayList<>();
        List<Fill> fills = new ArrayList<>();
        Set<Change> done = new LinkedHashSet<>();
        for (Change change : changes) {
            if (!done.contains(change)) {
                List<Change> unit = unit(change, changes);
                done.addAll(unit);
                add(table, unit, clauses, later, fills);
            }
        }
        return options.online()
                ? online(table, clauses, fills, later)
                : List.of(plain(table, changes, clauses, fills, later));
    }

    /** All that becomes other in one column is one clause. */
    private static List<Change> unit(Change change, List<Change> changes) {
        if (!(change instanceof ColumnChange.Alter alter)) {
            return List.of(change);
        }
        return changes.stream()
                .filter(each -> each instanceof ColumnChange.Alter other
                        && other.after().equals(alter.after())
                        && other.before().equals(alter.before()))
                .toList();
    }

    private void add(String table, List<Change> unit, List<Clause> clauses, List<Clause> later, List<Fill> fills) {
        Change change = unit.get(0);
        MySqlWay way = unit.stream().map(ways::of).reduce(MySqlWay.INSTANT, MySqlWay::with);
        if (change instanceof ColumnChange.Add add) {
            String value = value(add);
            Column bare = value == null ? add.column() : add.column().withDefault(null);
            Column first = value != null || PlanRequirements.isOpen(bare) ? bare.withNullable(true) : bare;
            clauses.add(
                    new Clause(statements.add(first), unit, way, add.column().identity() != null));
            if (!first.equals(add.column())) {
                later.add(completed(table, add.column(), List.of()));
            }
            if (value != null) {
                fills.add(new Fill(add.column(), value));
            }
        } else if (change instanceof ColumnChange.Alter alter) {
            String value = alter.before().nullable() && !alter.after().nullable()
                    ? backfills.value(table, alter.after())
                    : null;
            if (value == null) {
                clauses.add(new Clause(statements.modify(alter.after()), unit, way, isCounted(unit)));
                return;
            }
            boolean alone = unit.size() == 1;
            if (!alone) {
                Column open = alter.after().withNullable(true);
                clauses.add(new Clause(statements.modify(open), unit, way, isCounted(unit)));
            }
            fills.add(new Fill(alter.after(), value));
            later.add(completed(table, alter.after(), alone ? unit : List.of()));
        } else {
            // a primary key would make the column NOT NULL, with made-up values
            boolean early = later.isEmpty()
                    || change instanceof TablePartChange part && part.isDrop()
                    || change instanceof ColumnChange;
            boolean joined = change instanceof PrimaryKeyChange;
            (early ? clauses : later).add(new Clause(statements.clause(change), unit, way, joined));
        }
    }

    private Clause completed(String table, Column column, List<Change> changes) {
        ColumnChange.Alter alter =
                new ColumnChange.Alter(table, ColumnAspect.NULLABILITY, column.withNullable(true), column);
        return new Clause(statements.modify(column), changes, ways.of(alter), false);
    }

    /** A column cannot come with a default that is an expression: where replicas might differ the server refuses it. */
    private @Nullable String value(ColumnChange.Add add) {
        String given = backfills.value(add.table(), add.column());
        String defaultValue = add.column().defaultValue();
        return given == null && ConstantDefault.isComputed(add.column()) ? defaultValue : given;
    }

    private static boolean isCounted(List<Change> unit) {
        return unit.stream()
                .anyMatch(change -> change instanceof ColumnChange.Alter alter
                        && (alter.before().identity() != null || alter.after().identity() != null));
    }

    private Step plain(String table, List<Change> changes, List<Clause> clauses, List<Fill> fills, List<Clause> later) {
        List<String> all = new ArrayList<>();
        if (!clauses.isEmpty()) {
            all.add(MySqlStatements.alter(table, texts(clauses)));
        }
        fills.forEach(fill -> all.add(backfills.statement(table, fill.column(), fill.value())));
        if (!later.isEmpty()) {
            all.add(MySqlStatements.alter(table, texts(later)));
        }
        return steps.of(changes, all, Step.Transaction.NONE);
    }

    private List<Step> online(String table, List<Clause> clauses, List<Fill> fills, List<Clause> later) {
        List<Step> all = new ArrayList<>(runs(table, clauses));
        fills.forEach(fill -> all.add(backfills.step(steps, table, fill.column(), fill.value())));
        all.addAll(runs(table, later));
        return all;
    }

    /** Neighbours that are made alike are one statement; where one needs the others, all are. */
    private List<Step> runs(String table, List<Clause> clauses) {
        boolean joined = clauses.stream().anyMatch(Clause::joined);
        List<Step> all = new ArrayList<>();
        List<Clause> run = new ArrayList<>();
        for (Clause clause : clauses) {
            if (!run.isEmpty() && !joined && run.get(0).way() != clause.way()) {
                all.add(step(table, run));
                run.clear();
            }
            run.add(clause);
        }
        if (!run.isEmpty()) {
            all.add(step(table, run));
        }
        return all;
    }

    private Step step(String table, List<Clause> clauses) {
        MySqlWay way = clauses.stream().map(Clause::way).reduce(MySqlWay.INSTANT, MySqlWay::with);
        if (isPrimaryKeyGone(clauses)) {
            way = way.with(MySqlWay.COPY);
        }
        List<String> texts = new ArrayList<>(texts(clauses));
        texts.add(way.clauses());
        List<Change> changes =
                clauses.stream().flatMap(clause -> clause.changes().stream()).toList();
        String statement = MySqlStatements.alter(table, texts);
        Step step = changes.isEmpty()
                ? steps.helper(statement, Step.Transaction.NONE)
                : steps.of(changes, List.of(statement), Step.Transaction.NONE);
        return way == MySqlWay.INSTANT
                ? step
                : step.withTimeouts(options.timeouts().unhurried());
    }

    private static boolean isPrimaryKeyGone(List<Clause> clauses) {
        List<Change> changes =
                clauses.stream().flatMap(clause -> clause.changes().stream()).toList();
        return changes.stream().anyMatch(PrimaryKeyChange.Drop.class::isInstance)
                && changes.stream().noneMatch(PrimaryKeyChange.Add.class::isInstance);
    }

    private static Set<String> texts(List<Clause> clauses) {
        Set<String> texts = new LinkedHashSet<>();
        clauses.forEach(clause -> texts.add(clause.text()));
        return texts;
    }
}
