package dev.dataflow.docs;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Changes that are made of schemas every week.
 *
 * @param engine the database
 * @param table a table with a foreign key
 * @param text its text of which no two rows should have the same
 * @param optional its column that may be NULL
 * @param number its number
 * @param wider what the number becomes
 * @param renamed a table that gets another name
 * @param dropped a table, which goes with the keys that point to it
 */
record CommonChanges(
        DatabaseEngine engine,
        String table,
        String text,
        String optional,
        String number,
        String wider,
        String renamed,
        String dropped) {

    /**
     * A change.
     *
     * @param title what it is
     * @param after the schema after it
     * @param hints what is said of names
     */
    record Change(String title, Schema after, RenameHints hints) {}

    List<Change> all(Schema schema) {
        Table edited = schema.table(table).orElseThrow();
        ForeignKey key = edited.foreignKeys().get(0);
        return List.of(
                change(schema, "add a column", each -> each.column(column("nickname", text(40)))),
                change(
                        schema,
                        "add a column that is never NULL",
                        each -> each.column(
                                column("points", "integer").withNullable(false).withDefault("0"))),
                new Change(
                        "drop a column",
                        edited(
                                without(schema, optional),
                                each -> columns(
                                        each,
                                        edited.columns().stream()
                                                .filter(column -> !column.name().equals(optional)))),
                        RenameHints.NONE),
                new Change(
                        "rename a column",
                        edited(schema, each -> altered(each, edited, optional, column -> column.withName("remark"))),
                        RenameHints.NONE.column(table, optional, "remark")),
                change(
                        schema,
                        "widen a number",
                        each -> altered(each, edited, number, column -> column.withType(type(wider)))),
                change(
                        schema,
                        "shorten a text",
                        each -> altered(each, edited, text, column -> column.withType(type(text(10))))),
                change(
                        schema,
                        "require a value",
                        each -> altered(each, edited, optional, column -> column.withNullable(false))),
                change(schema, "keep doubles out", each -> each.index(Index.of("only_one", true, List.of(text)))),
                change(
                        schema,
                        "drop a foreign key",
                        each -> each.foreignKeys(edited.foreignKeys().stream()
                                .filter(other -> other != key)
                                .toList())),
                new Change("rename a table", renamed(schema), RenameHints.NONE.table(renamed, "renamed")),
                new Change(
                        "drop a table",
                        without(schema, dropped)
                                .withTables(schema.tables().stream()
                                        .filter(each -> !each.name().equals(dropped))
                                        .map(each -> each.edit()
                                                .foreignKeys(each.foreignKeys().stream()
                                                        .filter(pointing -> !pointing.target()
                                                                .name()
                                                                .equals(dropped))
                                                        .toList())
                                                .build())
                                        .toList()),
                        RenameHints.NONE));
    }

    private Change change(Schema schema, String title, UnaryOperator<TableBuilder> edit) {
        return new Change(title, edited(schema, edit), RenameHints.NONE);
    }

    private Schema edited(Schema schema, UnaryOperator<TableBuilder> edit) {
        return schema.withTables(schema.tables().stream()
                .map(each -> each.name().equals(table) ? edit.apply(each.edit()).build() : each)
                .toList());
    }

    private static TableBuilder altered(TableBuilder builder, Table edited, String name, UnaryOperator<Column> change) {
        return columns(
                builder, edited.columns().stream().map(each -> each.name().equals(name) ? change.apply(each) : each));
    }

    private static TableBuilder columns(TableBuilder builder, Stream<Column> columns) {
        return builder.columns(columns.toList());
    }

    /** Without the views that mention a name, since they go with it. */
    private static Schema without(Schema schema, String name) {
        return schema.edit()
                .views(schema.views().stream()
                        .filter(view -> !view.definition().toLowerCase().contains(name.toLowerCase()))
                        .toList())
                .build();
    }

    private Schema renamed(Schema schema) {
        return schema.withTables(schema.tables().stream()
                .map(each -> each.edit()
                        .name(each.name().equals(renamed) ? "renamed" : each.name())
                        .foreignKeys(each.foreignKeys().stream()
                                .map(this::retargeted)
                                .toList())
                        .build())
                .toList());
    }

    private ForeignKey retargeted(ForeignKey key) {
        return !key.target().name().equals(renamed)
                ? key
                : key.between(key.columns(), new TableName(key.target().schema(), "renamed"), key.targetColumns());
    }

    private Column column(String name, String type) {
        return Column.of(name, type(type));
    }

    private ColumnType type(String sql) {
        return ColumnType.of(engine, sql);
    }

    private String text(int length) {
        return (engine == DatabaseEngine.POSTGRESQL ? "character varying(" : "varchar(") + length + ")";
    }
}
