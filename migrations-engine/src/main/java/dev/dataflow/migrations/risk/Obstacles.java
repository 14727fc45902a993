package dev.dataflow.migrations.risk;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.analysis.Certainty;
import dev.dataflow.migrations.analysis.Dependant;
import dev.dataflow.migrations.analysis.DependencyAnalyzer;
import dev.dataflow.migrations.analysis.Effect;
import dev.dataflow.migrations.analysis.Operation;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.SchemaObjectChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.CurrentNames;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Dependants because of which PostgreSQL refuses a step, and views because of which SQLite does, that the plan leaves where they are.
 * Other databases make such tables anew, or keep texts. Not thread-safe.
 */
final class Obstacles {

    private static final Pattern RENAMING =
            Pattern.compile("(?s)ALTER TABLE \"(?:[^\"]|\"\")+\" (?:RENAME (?:COLUMN|TO)|DROP COLUMN) .*");

    private final Schema before;
    private final CurrentNames names;
    private final DependencyAnalyzer analyzer;
    private final List<BrokenViews.Broken> brokenViews;
    private final Set<String> gone = new HashSet<>();

    Obstacles(SchemaDiff diff, CurrentNames names) {
        this.before = diff.before();
        this.names = names;
        this.analyzer = new DependencyAnalyzer(before);
        this.brokenViews = new ArrayList<>(
                before.engine() == DatabaseEngine.SQLITE ? BrokenViews.of(before, diff.after()) : List.of());
        diff.changes().forEach(this::add);
    }

    private void add(Change change) {
        if (change instanceof TableChange.Drop drop) {
            gone.add(names.table(drop.table()));
        } else if (change instanceof TablePartChange part && part.isDrop()) {
            gone.add(key(part.table(), part.name()));
        } else if (change instanceof ColumnChange.Drop drop) {
            gone.add(key(drop.table(), drop.column().name()));
        } else if (change instanceof ColumnChange.Alter alter) {
            gone.add(key(alter.table(), alter.before().name()));
        } else if (change instanceof RoutineChange.Drop drop) {
            gone.add(drop.routine().name() + "(" + drop.routine().arguments() + ")");
        } else if (change instanceof SchemaObjectChange object) {
            gone.add(object.name()); // what only comes is not there to be in the way
        }
    }

    private String key(String table, String name) {
        return names.table(table) + "." + name;
    }

    /** What is in the way of a step, of which those before it were asked before. */
    List<String> of(Step step) {
        if (before.engine() == DatabaseEngine.SQLITE) {
            return broken(step);
        }
        if (before.engine() != DatabaseEngine.POSTGRESQL) {
            return List.of();
        }
        return step.changes().stream()
                .flatMap(change -> operation(change).stream())
                .flatMap(operation -> analyzer.analyze(operation).dependants().stream())
                .flatMap(Dependant::all)
                .filter(each -> each.outcome().effect() == Effect.REFUSED
                        && each.certainty() == Certainty.CATALOG
                        && keys(each).noneMatch(gone::contains))
                .map(each -> each.text() + ", and the plan leaves it there")
                .distinct()
                .toList();
    }

    /** Views that nobody can read, of whichever table, when something gets another name or a column goes in place. */
    private List<String> broken(Step step) {
        boolean refused =
                step.statements().stream().anyMatch(sql -> RENAMING.matcher(sql).matches());
        List<String> failures = new ArrayList<>();
        for (BrokenViews.Broken each : List.copyOf(brokenViews)) {
            String name = Quoting.DOUBLE_QUOTES.quote(each.view());
            boolean goes = step.statements().contains("DROP VIEW " + name);
            if (goes && step.statements().stream().noneMatch(sql -> sql.startsWith("CREATE VIEW " + name))) {
                brokenViews.remove(each);
            } else if (refused && !goes) {
                failures.add("SQLite refuses it while there is the view " + each.view() + ", which names "
                        + each.missing() + ", which is not there");
            }
        }
        return failures;
    }

    private static Stream<String> keys(Dependant dependant) {
        String table = dependant.table();
        return table == null ? Stream.of(dependant.name()) : Stream.of(table, table + "." + dependant.name());
    }

    /** The operation under the names that things have now. */
    private Optional<Operation> operation(Change change) {
        return Operation.of(change).map(this::now).filter(operation -> {
            String column = operation.column();
            return before.table(operation.table())
                    .filter(table -> column == null || table.column(column).isPresent())
                    .isPresent();
        });
    }

    private Operation now(Operation operation) {
        String table = names.table(operation.table());
        if (operation instanceof Operation.DropTable) {
            return new Operation.DropTable(table);
        }
        if (operation instanceof Operation.DropColumn drop) {
            return new Operation.DropColumn(table, names.column(drop.table(), drop.column()));
        }
        return operation instanceof Operation.RetypeColumn retype
                ? new Operation.RetypeColumn(table, names.column(retype.table(), retype.column()), retype.type())
                : operation;
    }
}
