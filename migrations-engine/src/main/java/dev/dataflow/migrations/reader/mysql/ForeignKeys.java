package dev.dataflow.migrations.reader.mysql;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.Deferral;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Foreign keys. */
final class ForeignKeys {

    private static final String SQL = """
            SELECT k.TABLE_NAME, k.CONSTRAINT_NAME, k.COLUMN_NAME, k.REFERENCED_TABLE_SCHEMA, k.REFERENCED_TABLE_NAME,
              k.REFERENCED_COLUMN_NAME, r.UPDATE_RULE, r.DELETE_RULE
            FROM information_schema.KEY_COLUMN_USAGE k
              JOIN information_schema.REFERENTIAL_CONSTRAINTS r ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA
                AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME AND r.TABLE_NAME = k.TABLE_NAME
            WHERE k.CONSTRAINT_SCHEMA = ? AND r.CONSTRAINT_SCHEMA = ? AND k.REFERENCED_TABLE_NAME IS NOT NULL
            ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION
            """;

    private record Part(
            String name, String column, TableName target, String targetColumn, String delete, String update) {}

    private ForeignKeys() {}

    /** The keys by the names of tables. */
    static Map<String, List<ForeignKey>> read(Catalog catalog, Dialect dialect) throws SQLException {
        Map<String, List<Part>> parts = catalog.grouped(
                SQL,
                row -> row.getString("TABLE_NAME"),
                row -> part(row, dialect.database()),
                dialect.database(),
                dialect.database());
        Map<String, List<ForeignKey>> keys = new LinkedHashMap<>();
        parts.forEach((table, of) -> keys.put(table, keys(of)));
        return keys;
    }

    private static Part part(ResultSet row, String database) throws SQLException {
        String schema = row.getString("REFERENCED_TABLE_SCHEMA");
        return new Part(
                row.getString("CONSTRAINT_NAME"),
                row.getString("COLUMN_NAME"),
                new TableName(schema.equals(database) ? null : schema, row.getString("REFERENCED_TABLE_NAME")),
                row.getString("REFERENCED_COLUMN_NAME"),
                row.getString("DELETE_RULE"),
                row.getString("UPDATE_RULE"));
    }

    private static List<ForeignKey> keys(List<Part> parts) {
        Map<String, List<Part>> byName = new LinkedHashMap<>();
        parts.forEach(part ->
                byName.computeIfAbsent(part.name(), each -> new ArrayList<>()).add(part));
        return byName.values().stream()
                .map(each -> new ForeignKey(
                        each.get(0).name(),
                        each.stream().map(Part::column).toList(),
                        each.get(0).target(),
                        each.stream().map(Part::targetColumn).toList(),
                        ReferentialAction.ofSql(each.get(0).delete()),
                        ReferentialAction.ofSql(each.get(0).update()),
                        Deferral.NONE,
                        true,
                        new TreeMap<>()))
                .toList();
    }
}
