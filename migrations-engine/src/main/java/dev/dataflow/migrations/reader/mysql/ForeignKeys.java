package dev.dataflow.migrations.reader.mysql;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.reader.row.UnreadableObject;
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
              k.REFERENCED_COLUMN_NAME
            FROM information_schema.KEY_COLUMN_USAGE k
            WHERE k.TABLE_SCHEMA = ? AND k.REFERENCED_TABLE_NAME IS NOT NULL
            ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION
            """;

    /** A query of its own: the server would look for each key's rules in all of them. */
    private static final String RULES = """
            SELECT r.TABLE_NAME, r.CONSTRAINT_NAME, r.UPDATE_RULE, r.DELETE_RULE
            FROM information_schema.REFERENTIAL_CONSTRAINTS r
            WHERE r.CONSTRAINT_SCHEMA = ?
            """;

    private record Key(String table, String name) {}

    private record Rules(ReferentialAction delete, ReferentialAction update) {}

    private record Part(String name, String column, TableName target, String targetColumn) {}

    private ForeignKeys() {}

    /** The keys by the names of tables. */
    static Map<String, List<ForeignKey>> read(Catalog catalog, Dialect dialect) throws SQLException {
        Map<Key, List<Rules>> rules = catalog.grouped(
                RULES,
                row -> new Key(row.getString("TABLE_NAME"), row.getString("CONSTRAINT_NAME")),
                row -> new Rules(
                        ReferentialAction.ofSql(row.getString("DELETE_RULE")),
                        ReferentialAction.ofSql(row.getString("UPDATE_RULE"))),
                dialect.database());
        Map<String, List<Part>> parts = catalog.grouped(
                SQL, row -> row.getString("TABLE_NAME"), row -> part(row, dialect.database()), dialect.database());
        Map<String, List<ForeignKey>> keys = new LinkedHashMap<>();
        parts.forEach((table, of) -> keys.put(table, keys(table, of, rules)));
        return keys;
    }

    private static Part part(ResultSet row, String database) throws SQLException {
        String schema = row.getString("REFERENCED_TABLE_SCHEMA");
        return new Part(
                row.getString("CONSTRAINT_NAME"),
                row.getString("COLUMN_NAME"),
                new TableName(schema.equals(database) ? null : schema, row.getString("REFERENCED_TABLE_NAME")),
                row.getString("REFERENCED_COLUMN_NAME"));
    }

    private static List<ForeignKey> keys(String table, List<Part> parts, Map<Key, List<Rules>> rules) {
        Map<String, List<Part>> byName = new LinkedHashMap<>();
        parts.forEach(part ->
                byName.computeIfAbsent(part.name(), each -> new ArrayList<>()).add(part));
        List<ForeignKey> keys = new ArrayList<>();
        byName.forEach((name, of) -> {
            List<Rules> rule = rules.get(new Key(table, name));
            if (rule == null) {
                throw UnreadableObject.broken(
                        "the foreign key `" + name + "` of `" + table + "` came or went while it was read");
            }
            keys.add(new ForeignKey(
                    name,
                    of.stream().map(Part::column).toList(),
                    of.get(0).target(),
                    of.stream().map(Part::targetColumn).toList(),
                    rule.get(0).delete(),
                    rule.get(0).update(),
                    Deferral.NONE,
                    true,
                    new TreeMap<>()));
        });
        return keys;
    }
}
