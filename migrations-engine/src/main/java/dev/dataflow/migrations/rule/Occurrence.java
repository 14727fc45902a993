package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Operation;
import dev.dataflow.migrations.statement.Trait;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An operation in its place: in which statement, after what, and what is known of its table. */
final class Occurrence {

    private final PlanContext context;
    private final PlacedStatement statement;
    private final Operation operation;
    private final @Nullable Change change;
    private final List<Occurrence> all;
    private final int place;
    private final int firstInTransaction;
    private final String tableName;
    private @Nullable Optional<Claim> heaviest;

    /**
     * Places an operation.
     *
     * @param all all operations, to which this one is to be added
     */
    Occurrence(
            PlanContext context,
            PlacedStatement statement,
            Operation operation,
            @Nullable Change change,
            List<Occurrence> all) {
        this.context = context;
        this.statement = statement;
        this.operation = operation;
        this.change = change;
        this.all = all;
        place = all.size();
        tableName = context.tableBefore(operation.table()).map(Table::name).orElse(operation.table());
        boolean same = place > 0
                && statement.transaction() > 0
                && all.get(place - 1).statement.transaction() == statement.transaction();
        firstInTransaction = same ? all.get(place - 1).firstInTransaction : place;
    }

    Operation operation() {
        return operation;
    }

    boolean is(Action first, Action... others) {
        return operation.is(first, others);
    }

    boolean has(Trait trait) {
        return operation.has(trait);
    }

    PlacedStatement statement() {
        return statement;
    }

    @Nullable
    Change change() {
        return change;
    }

    DatabaseEngine engine() {
        return context.diff().before().engine();
    }

    boolean isOn(EngineFamily family) {
        return engine().family() == family;
    }

    ServerVersion version() {
        return context.version();
    }

    /** Whether the table comes with the same plan or file, so that nobody uses it yet. */
    boolean isOfNewTable() {
        return context.createdTables().contains(operation.table())
                || statement.newTables().contains(operation.table());
    }

    /** Operations before it, from the first on. */
    List<Occurrence> earlier() {
        return all.subList(0, place);
    }

    /** Operations before it in the same transaction; none where it is in none. */
    List<Occurrence> earlierInTransaction() {
        return all.subList(firstInTransaction, place);
    }

    /** The table as it was, if that is known; also under the name that it gets. */
    Optional<Table> tableBefore() {
        return context.tableBefore(operation.table());
    }

    /** The table's name before all renames, if it is known. */
    String tableName() {
        return tableName;
    }

    /** The table as it is to be, if that is known. */
    Optional<Table> tableAfter() {
        return context.diff().after().table(operation.table());
    }

    /** The column as it was, if it was there and that is known. */
    Optional<Column> before() {
        if (change instanceof ColumnChange.Alter alter) {
            return Optional.of(alter.before());
        }
        String name = String.valueOf(operation.object());
        return tableBefore().flatMap(table -> table.column(name));
    }

    /** The column as it is to be, if that is known. */
    Optional<Column> after() {
        if (change instanceof ColumnChange.Alter alter) {
            return Optional.of(alter.after());
        }
        if (change instanceof ColumnChange.Add add) {
            return Optional.of(add.column());
        }
        return Optional.empty();
    }

    PlanContext context() {
        return context;
    }

    /** All operations, also those after it. */
    List<Occurrence> all() {
        return all;
    }

    /** The heaviest claim, worked out once: whoever does so first finds the same. */
    Optional<Claim> heaviest(Supplier<Optional<Claim>> find) {
        Optional<Claim> known = heaviest;
        if (known == null) {
            known = find.get();
            heaviest = known;
        }
        return known;
    }
}
