package dev.dataflow.migrations.catalog;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.Column;
import dev.dataflow.migrations.table.DeleteRule;
import dev.dataflow.migrations.table.Index;
import dev.dataflow.migrations.table.PrimaryKey;
import dev.dataflow.migrations.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table as its rows arrive. */
final class TableParts {

    private final TableName name;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, IndexParts> indexes = new LinkedHashMap<>();
    private final Map<String, ForeignKeyParts> foreignKeys = new LinkedHashMap<>();

    TableParts(TableName name) {
        this.name = name;
    }

    void add(Column column) {
        columns.add(column);
    }

    IndexParts index(String index, boolean primary, boolean unique, @Nullable String condition) {
        return indexes.computeIfAbsent(index, key -> new IndexParts(key, primary, unique, condition));
    }

    ForeignKeyParts foreignKey(String key, TableName target, DeleteRule onDelete) {
        return foreignKeys.computeIfAbsent(key, each -> new ForeignKeyParts(each, target, onDelete));
    }

    Table table() {
        return new Table(
                name,
                columns,
                indexes.values().stream()
                        .filter(IndexParts::isPrimary)
                        .findFirst()
                        .map(index -> new PrimaryKey(index.columns()))
                        .orElse(null),
                indexes.values().stream()
                        .filter(IndexParts::isUnique)
                        .map(IndexParts::uniqueKey)
                        .toList(),
                indexes.values().stream()
                        .filter(IndexParts::isIndex)
                        .map(index -> new Index(index.name(), index.columns()))
                        .toList(),
                foreignKeys.values().stream().map(ForeignKeyParts::foreignKey).toList(),
                List.of());
    }
}
