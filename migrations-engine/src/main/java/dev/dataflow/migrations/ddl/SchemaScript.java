package dev.dataflow.migrations.ddl;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.order.TableOrder;
import dev.dataflow.migrations.table.ForeignKey;
import dev.dataflow.migrations.table.Index;
import dev.dataflow.migrations.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The statements that create tables, in an order that can run. */
public final class SchemaScript {

    private final TableSyntax syntax;

    private SchemaScript(TableSyntax syntax) {
        this.syntax = syntax;
    }

    /**
     * The statements that create tables.
     *
     * @param engine the database
     * @param tables the tables; what they point to is among them or exists
     * @param current the connection's schema; null when there is no connection
     */
    public static List<SchemaStatement> create(DatabaseEngine engine, List<Table> tables, @Nullable String current) {
        return new SchemaScript(TableSyntax.of(engine, current)).create(TableOrder.of(tables));
    }

    /**
     * The statements that create the schemas of tables.
     *
     * @param engine the database
     * @param tables the tables
     * @param missing the names of schemas that are not there
     */
    public static List<String> createSchemas(DatabaseEngine engine, List<Table> tables, List<String> missing) {
        return tables.stream()
                .map(Table::name)
                .map(TableName::schema)
                .filter(Objects::nonNull)
                .filter(missing::contains)
                .distinct()
                .sorted()
                .map(schema ->
                        "CREATE SCHEMA IF NOT EXISTS " + Quoting.of(engine).quote(schema))
                .toList();
    }

    private List<SchemaStatement> create(TableOrder order) {
        List<SchemaStatement> statements = new ArrayList<>();
        for (Table table : order.tables()) {
            List<ForeignKey> inline = table.foreignKeys().stream()
                    .filter(key -> syntax.pointsForward() || !order.isForward(table, key))
                    .toList();
            statements.add(new SchemaStatement(table.name(), true, syntax.createTable(table, inline)));
            for (Index index : table.indexes()) {
                syntax.createIndex(table, index)
                        .ifPresent(sql -> statements.add(new SchemaStatement(table.name(), false, sql)));
            }
            syntax.createUniqueIndexes(table)
                    .forEach(sql -> statements.add(new SchemaStatement(table.name(), false, sql)));
        }
        if (!syntax.pointsForward()) {
            order.forward()
                    .forEach((table, keys) -> keys.forEach(key ->
                            statements.add(new SchemaStatement(table, false, syntax.addForeignKey(table, key)))));
        }
        return statements;
    }
}
