package dev.dataflow.migrations.catalog;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.Column;
import dev.dataflow.migrations.table.DeleteRule;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.migrations.table.ValueSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the catalog's rows of one schema into tables. */
final class TableRows {

    private final @Nullable String schema;
    private final TypeReader types;
    private final Map<String, TableParts> tables = new LinkedHashMap<>();

    /** Rows of a schema; null for the connection's. */
    TableRows(@Nullable String schema, TypeReader types) {
        this.schema = schema;
        this.types = types;
    }

    void addColumn(ResultSet row) throws SQLException {
        Column column = new Column(
                row.getString(2),
                types.read(row.getString(3)),
                !row.getBoolean(4),
                source(row),
                null,
                row.getString(8));
        tables.computeIfAbsent(row.getString(1), name -> new TableParts(new TableName(schema, name)))
                .add(column);
    }

    void addIndexColumn(ResultSet row) throws SQLException {
        TableParts table = tables.get(row.getString(1));
        if (table != null) {
            IndexParts index = table.index(row.getString(2), row.getBoolean(3), row.getBoolean(4), row.getString(5));
            index.add(row.getString(6));
        }
    }

    void addForeignKeyColumn(ResultSet row) throws SQLException {
        TableParts table = tables.get(row.getString(1));
        if (table != null) {
            TableName target = new TableName(row.getString(7), row.getString(4));
            table.foreignKey(row.getString(2), target, DeleteRule.ofSql(row.getString(6)))
                    .add(row.getString(3), row.getString(5));
        }
    }

    List<Table> tables() {
        return tables.values().stream().map(TableParts::table).toList();
    }

    private static ValueSource source(ResultSet row) throws SQLException {
        if (row.getBoolean(7)) {
            return ValueSource.COMPUTED;
        }
        if (row.getBoolean(6)) {
            return ValueSource.IDENTITY;
        }
        return row.getBoolean(5) ? ValueSource.DEFAULT : ValueSource.NONE;
    }
}
