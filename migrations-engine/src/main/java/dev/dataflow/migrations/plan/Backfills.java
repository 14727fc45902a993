package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnName;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives rows that are there a value where a column has NULL. */
final class Backfills {

    private final SchemaDiff diff;
    private final PlanOptions options;
    private final DatabaseEngine engine;
    private final Quoting quoting;

    Backfills(SchemaDiff diff, PlanOptions options) {
        this.diff = diff;
        this.options = options;
        engine = diff.before().engine();
        quoting = Quoting.of(engine);
    }

    /** The expression that rows get in a column; null when none is given. */
    @Nullable
    String value(String table, Column column) {
        return options.values().get(new ColumnName(table, column.name()));
    }

    /** The statement that changes all rows at once. */
    String statement(String table, Column column, String value) {
        return "UPDATE " + quoting.quote(table) + " SET " + assignments(table, column, value) + " WHERE "
                + condition(column);
    }

    /** A step that does it batch by batch, where the table has a key. */
    Step step(Steps steps, String table, Column column, String value) {
        Step step = steps.helper(statement(table, column, value), Step.Transaction.NONE);
        Backfill backfill =
                key(table).map(key -> backfill(table, key, column, value)).orElse(null);
        return step.withTimeouts(options.timeouts().unhurried()).withBackfill(backfill);
    }

    private Backfill backfill(String table, List<Column> key, Column column, String value) {
        List<String> names = key.stream().map(Column::name).toList();
        String quoted = quoting.quote(table);
        String columns = quoting.quoteAll(names);
        return new Backfill(
                table,
                names,
                "SELECT " + columns + " FROM " + quoted + " ORDER BY " + columns + " LIMIT 1",
                "SELECT " + columns + " FROM " + quoted + " WHERE " + from(key) + " ORDER BY " + columns
                        + " LIMIT 1 OFFSET " + options.batchRows(),
                "UPDATE " + quoted + " SET " + assignments(table, column, value) + " WHERE " + from(key) + " AND "
                        + before(key) + " AND " + condition(column),
                parameters(key.size()),
                options.batchRows());
    }

    private String condition(Column column) {
        return quoting.quote(column.name()) + " IS NULL";
    }

    /** On MySQL and MariaDB columns that note a change would note this one. */
    private String assignments(String table, Column column, String value) {
        Stream<String> kept = diff.after().table(table).stream()
                .flatMap(each -> each.columns().stream())
                .filter(each ->
                        each.options().containsKey("on update") && !each.name().equals(column.name()))
                .filter(each -> !comes(table, each.name()))
                .map(each -> quoting.quote(each.name()) + " = " + quoting.quote(each.name()));
        return Stream.concat(Stream.of(quoting.quote(column.name()) + " = " + value), kept)
                .collect(Collectors.joining(", "));
    }

    /** From a key on, so that an index leads there: MySQL has no way by pairs, the others none by alternatives. */
    private String from(List<Column> key) {
        return engine.family() == EngineFamily.MYSQL
                ? alternatives(key, ">", ">=")
                : "(" + names(key) + ") >= (" + markers(key) + ")";
    }

    private String before(List<Column> key) {
        return engine.family() == EngineFamily.MYSQL
                ? alternatives(key, "<", "<")
                : "(" + names(key) + ") < (" + markers(key) + ")";
    }

    private String names(List<Column> key) {
        return quoting.quoteAll(key.stream().map(Column::name).toList());
    }

    /** What drivers say of a value's type is not always enough for PostgreSQL to compare it. */
    private String markers(List<Column> key) {
        return key.stream()
                .map(column -> engine == DatabaseEngine.POSTGRESQL
                        ? "CAST(? AS " + column.type().sql() + ")"
                        : "?")
                .collect(Collectors.joining(", "));
    }

    private String alternatives(List<Column> key, String strict, String last) {
        List<String> names =
                key.stream().map(column -> quoting.quote(column.name())).toList();
        return IntStream.range(0, names.size())
                .mapToObj(end -> IntStream.rangeClosed(0, end)
                        .mapToObj(i -> names.get(i)
                                + (i < end ? " = ?" : " " + (i == names.size() - 1 ? last : strict) + " ?"))
                        .collect(Collectors.joining(" AND ", "(", ")")))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private List<Integer> parameters(int columns) {
        if (engine.family() != EngineFamily.MYSQL) {
            return IntStream.range(0, columns).boxed().toList();
        }
        List<Integer> parameters = new ArrayList<>();
        for (int end = 0; end < columns; end++) {
            IntStream.rangeClosed(0, end).forEach(parameters::add);
        }
        return parameters;
    }

    /** A key that is there by then, whose columns are whole, are never NULL and do not change. */
    private Optional<List<Column>> key(String name) {
        Table table = diff.after().table(name).orElseThrow();
        Set<List<String>> coming = new HashSet<>();
        Set<String> changing = new HashSet<>();
        for (Change change : diff.changes()) {
            if (change instanceof PrimaryKeyChange.Add add && add.table().equals(name)) {
                coming.add(add.key().columns());
            } else if (change instanceof UniqueKeyChange.Add add && add.table().equals(name)) {
                coming.add(add.key().columns());
            } else if (change instanceof IndexChange.Create create
                    && create.table().equals(name)) {
                coming.add(create.index().columns());
            } else if (change instanceof ColumnChange.Add add && add.table().equals(name)) {
                changing.add(add.column().name());
            } else if (change instanceof ColumnChange.Alter alter
                    && alter.table().equals(name)
                    && alter.aspect() != ColumnAspect.DEFAULT
                    && alter.aspect() != ColumnAspect.OPTIONS) {
                changing.add(alter.after().name());
            }
        }
        return table.keys().stream()
                .filter(columns -> !coming.contains(columns))
                .filter(columns -> columns.stream().noneMatch(changing::contains))
                .map(columns -> columns.stream()
                        .flatMap(column -> table.column(column).stream())
                        .toList())
                .filter(columns -> columns.stream().noneMatch(Column::nullable))
                .findFirst();
    }

    private boolean comes(String table, String column) {
        return diff.changes().stream()
                .anyMatch(change -> change instanceof ColumnChange.Add add
                        && add.table().equals(table)
                        && add.column().name().equals(column));
    }
}
