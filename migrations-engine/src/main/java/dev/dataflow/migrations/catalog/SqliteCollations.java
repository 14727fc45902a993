package dev.dataflow.migrations.catalog;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.table.Column;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.migrations.table.TypeFamily;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out the collations of SQLite's columns, which no pragma tells, by comparing texts as the columns do. The catalog
 * tells which tables have any.
 */
final class SqliteCollations {

    private final Connection connection;
    private final Quoting quoting = Quoting.of(DatabaseEngine.SQLITE);

    SqliteCollations(Connection connection) {
        this.connection = connection;
    }

    /** The table with the collations of its text columns; null for by code point. */
    Table complete(Table table) throws SQLException {
        if (table.columns().stream().allMatch(column -> column.collation() == null)) {
            return table;
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean text = column.type().family() == TypeFamily.TEXT;
            columns.add(column.collated(text ? collation(table, column) : null));
        }
        return new Table(
                table.name(),
                columns,
                table.primaryKey(),
                table.uniques(),
                table.indexes(),
                table.foreignKeys(),
                table.checks());
    }

    private @Nullable String collation(Table table, Column column) throws SQLException {
        String sql = "SELECT v.t = 'A', v.t = 'a ' FROM (SELECT " + quoting.quote(column.name()) + " AS t FROM "
                + quoting.quote(table.name()) + " WHERE false UNION ALL SELECT 'a') v";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            if (row.getBoolean(1)) {
                return "NOCASE";
            }
            return row.getBoolean(2) ? "RTRIM" : null;
        }
    }
}
