package dev.dataflow.migrations.scratch;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.Column;
import dev.dataflow.migrations.table.ForeignKey;
import dev.dataflow.migrations.table.PrimaryKey;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.migrations.table.ValueSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The tables of models, with something to point to. */
final class ScratchTables {

    private ScratchTables() {}

    /** Tables, and for each that they point to and that is not among them one with the key alone. */
    static List<Table> closed(List<Table> tables) {
        Map<TableName, Table> all = new LinkedHashMap<>();
        tables.forEach(table -> all.put(table.name(), table));
        for (Table table : tables) {
            for (ForeignKey key : table.foreignKeys()) {
                all.computeIfAbsent(key.targetTable(), name -> target(table, key));
            }
        }
        return List.copyOf(all.values());
    }

    /** The same tables under other names. */
    static List<Table> renamed(List<Table> tables, UnaryOperator<TableName> names) {
        return tables.stream()
                .map(table -> new Table(
                        names.apply(table.name()),
                        table.columns(),
                        table.primaryKey(),
                        table.uniques(),
                        table.indexes(),
                        table.foreignKeys().stream()
                                .map(key -> new ForeignKey(
                                        key.name(),
                                        key.columns(),
                                        names.apply(key.targetTable()),
                                        key.targetColumns(),
                                        key.onDelete()))
                                .toList(),
                        table.checks()))
                .toList();
    }

    private static Table target(Table table, ForeignKey key) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            Column column = table.column(key.columns().get(i)).orElseThrow();
            columns.add(new Column(
                    key.targetColumns().get(i), column.type(), false, ValueSource.NONE, null, column.collation()));
        }
        return new Table(
                key.targetTable(),
                columns,
                new PrimaryKey(key.targetColumns()),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
