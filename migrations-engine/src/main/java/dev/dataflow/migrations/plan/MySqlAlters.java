package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ConstantDefault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** What is done first, the defaults that are expressions, what rows get, and what is done when they have it. */
    private record Parts(List<Clause> clauses, List<Clause> defaults, List<Fill> fills, List<Clause> later) {}

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
        Parts parts = new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<Change> done = new LinkedHashSet<>();
        for (Change change : changes) {
            boolean own = MySqlColumnChecks.isOwn(change);
            if (!done.contains(change) && !(own && MySqlColumnChecks.goesWithColumn((CheckChange) change, changes))) {
                List<Change> unit = unit(change, changes);
                done.addAll(unit);
                add(table, unit, parts);
            }
        }
        return options.online() ? online(table, parts) : List.of(plain(table, changes, parts));
    }

    /** All that becomes other in one column, and its own check, is one clause. */
    private static List<Change> unit(Change change, List<Change> changes) {
        List<Change> unit = new ArrayList<>();
        if (change instanceof ColumnChange.Alter alter) {
            changes.stream()
                    .filter(each -> each instanceof ColumnChange.Alter other
                            && other.after().equals(alter.after())
                            && other.before().equals(alter.before()))
                    .forEach(unit::add);
        } else {
            unit.add(change);
        }
        changes.stream()
                .filter(each ->
                        MySqlColumnChecks.isOwn(each) && !unit.contains(each) && isAlike(change, (CheckChange) each))
                .forEach(unit::add);
        return unit;
    }

    private static boolean isAlike(Change change, CheckChange check) {
        return change instanceof CheckChange other
                ? MySqlColumnChecks.isOwn(other)
                        && String.valueOf(other.check().name())
                                .equals(check.check().name())
                : MySqlColumnChecks.goesWithColumn(check, List.of(change));
    }

    private void add(String table, List<Change> unit, Parts parts) {
        Change change = unit.get(0);
        boolean anew = !(change instanceof ColumnChange.Add || change instanceof ColumnChange.Drop);
        MySqlWay way = anew ? unit.stream().map(ways::of).reduce(MySqlWay.INSTANT, MySqlWay::with) : ways.of(change);
        if (change instanceof ColumnChange.Add add) {
            add(add, unit, way, parts);
        } else if (change instanceof ColumnChange.Alter alter) {
            alter(alter, unit, way, parts);
        } else {
            // a primary key would make the column NOT NULL, with made-up values
            boolean early = parts.later().isEmpty()
                    || change instanceof TablePartChange part && part.isDrop()
                    || change instanceof ColumnChange;
            boolean joined = change instanceof PrimaryKeyChange;
            (early ? parts.clauses() : parts.later())
                    .add(new Clause(statements.clause(change, unit), unit, way, joined));
        }
    }

    private void add(ColumnChange.Add add, List<Change> unit, MySqlWay way, Parts parts) {
        Column column = add.column();
        boolean computed = ConstantDefault.isComputedOnMySql(column);
        String value = value(add);
        Column bare = value == null ? column : column.withDefault(null);
        Column first = value != null || PlanRequirements.isOpen(bare) ? bare.withNullable(true) : bare;
        parts.clauses().add(new Clause(statements.add(add.table(), first, unit), unit, way, column.identity() != null));
        if (computed) {
            parts.defaults().add(defaulted(soFar(column, first.nullable()), List.of()));
        }
        if (!first.equals(computed ? bare : column)) {
            parts.later().add(completed(add.table(), column, unit, List.of()));
        }
        if (value != null) {
            parts.fills().add(new Fill(column, value));
        }
    }

    private void alter(ColumnChange.Alter alter, List<Change> unit, MySqlWay way, Parts parts) {
        String table = alter.table();
        Column column = alter.after();
        boolean computed = ConstantDefault.isComputedOnMySql(column);
        Column bare = computed ? column.withDefault(null) : column;
        String value = alter.before().nullable() && !column.nullable() ? backfills.value(table, column) : null;
        if (computed && unit.size() == 1 && alter.aspect() == ColumnAspect.DEFAULT) {
            parts.defaults().add(defaulted(column, unit));
            return;
        }
        boolean alone = value != null && unit.size() == 1;
        if (!alone) {
            Column open = value == null ? bare : bare.withNullable(true);
            parts.clauses().add(new Clause(statements.modify(table, open, unit), unit, way, isCounted(unit)));
        }
        if (computed && !(alone && options.online())) {
            parts.defaults().add(defaulted(soFar(column, value != null || column.nullable()), List.of()));
        }
        if (value != null) {
            parts.fills().add(new Fill(column, value));
            parts.later().add(completed(table, column, unit, alone ? unit : List.of()));
        }
    }

    /** A column as it is when it gets its default: online that is before rows are filled. */
    private Column soFar(Column column, boolean nullable) {
        return options.online() ? column.withNullable(nullable) : column;
    }

    private Clause defaulted(Column column, List<Change> changes) {
        return new Clause(statements.setDefault(column), changes, MySqlWay.INSTANT, false);
    }

    /** In a plain statement others may make the server copy the table, which it refuses with an expression as a default. */
    private Clause completed(String table, Column column, List<Change> unit, List<Change> changes) {
        ColumnChange.Alter alter =
                new ColumnChange.Alter(table, ColumnAspect.NULLABILITY, column.withNullable(true), column);
        boolean bare = !options.online() && ConstantDefault.isComputedOnMySql(column);
        Column open = bare ? column.withDefault(null) : column;
        return new Clause(statements.modify(table, open, unit), changes, ways.of(alter), false);
    }

    /** A column cannot come with a default that is an expression: where replicas might differ the server refuses it. */
    private @Nullable String value(ColumnChange.Add add) {
        String given = backfills.value(add.table(), add.column());
        String defaultValue = add.column().defaultValue();
        return given == null && ConstantDefault.isComputedOnMySql(add.column()) ? defaultValue : given;
    }

    private static boolean isCounted(List<Change> unit) {
        return unit.stream()
                .anyMatch(change -> change instanceof ColumnChange.Alter alter
                        && (alter.before().identity() != null || alter.after().identity() != null));
    }

    private Step plain(String table, List<Change> changes, Parts parts) {
        List<String> all = new ArrayList<>();
        add(all, table, parts.clauses());
        parts.fills().forEach(fill -> all.add(backfills.statement(table, fill.column(), fill.value())));
        add(all, table, parts.later());
        apart(parts.defaults()).forEach(clauses -> add(all, table, clauses));
        return steps.of(changes, all, Step.Transaction.NONE);
    }

    /** What sets a default beside what says a column anew is lost. */
    private static List<List<Clause>> apart(List<Clause> defaults) {
        Map<Boolean, List<Clause>> parts =
                defaults.stream().collect(Collectors.partitioningBy(clause -> MySqlStatements.isModify(clause.text())));
        return List.of(parts.get(true), parts.get(false));
    }

    private static void add(List<String> statements, String table, List<Clause> clauses) {
        if (!clauses.isEmpty()) {
            statements.add(MySqlStatements.alter(table, texts(clauses)));
        }
    }

    private List<Step> online(String table, Parts parts) {
        List<Step> all = new ArrayList<>(runs(table, parts.clauses()));
        apart(parts.defaults()).forEach(clauses -> all.addAll(runs(table, clauses)));
        parts.fills().forEach(fill -> all.add(backfills.step(steps, table, fill.column(), fill.value())));
        all.addAll(runs(table, parts.later()));
        return all;
    }

    /** Indexes over texts, and on MySQL over expressions, are made one at a time. */
    private List<Step> runs(String table, List<Clause> clauses) {
        List<Clause> together = new ArrayList<>(clauses);
        together.removeIf(this::isAlone);
        List<Step> all = new ArrayList<>(runsOf(table, together));
        clauses.stream().filter(this::isAlone).forEach(clause -> all.add(step(table, List.of(clause))));
        return all;
    }

    private boolean isAlone(Clause clause) {
        return clause.changes().stream()
                .anyMatch(change -> change instanceof IndexChange.Create create
                        && (create.index().method().equals("fulltext")
                                || create.index().parts().stream().anyMatch(part -> part.expression() != null)));
    }

    /** Neighbours that are made alike are one statement; where one needs the others, all are. */
    private List<Step> runsOf(String table, List<Clause> clauses) {
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
