package dev.dataflow.migrations.ddl;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.order.TableOrder;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;

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
     */
    public static List<SchemaStatement> create(DatabaseEngine engine, List<Table> tables) {
        return new SchemaScript(TableSyntax.of(engine)).create(TableOrder.of(tables));
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
