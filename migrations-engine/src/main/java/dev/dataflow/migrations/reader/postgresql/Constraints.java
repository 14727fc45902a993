package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.reader.row.Parentheses;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Exclusion;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Constraints that no key stands for. Those that a table has from its parent are left out. */
final class Constraints {

    private static final String SQL = """
            SELECT c.relname AS table_name, con.conname, con.contype, con.condeferrable, con.condeferred,
              con.convalidated, con.confdeltype, con.confupdtype,
              CASE WHEN con.contype = 'c' THEN pg_get_expr(con.conbin, con.conrelid) END AS expression,
              CASE WHEN con.contype = 'x' THEN pg_get_constraintdef(con.oid) END AS definition,
              CASE WHEN con.contype = 'f' THEN (SELECT array_agg(a.attname::text ORDER BY k.n)
                FROM unnest(con.conkey) WITH ORDINALITY k(num, n)
                JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.num) END AS columns,
              CASE WHEN con.contype = 'f' THEN (SELECT array_agg(a.attname::text ORDER BY k.n)
                FROM unnest(con.confkey) WITH ORDINALITY k(num, n)
                JOIN pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.num) END AS targets,
              CASE WHEN t.relnamespace <> c.relnamespace THEN tn.nspname END AS target_schema, t.relname AS target,
              CASE WHEN con.confmatchtype = 'f' THEN 'full' END AS match,
              CASE WHEN con.connoinherit AND con.contype = 'c' THEN 'true' END AS no_inherit,
              %s AS enforced, %s AS period, %s AS delete_columns
            FROM pg_class c
              JOIN pg_constraint con ON con.conrelid = c.oid
              LEFT JOIN pg_class t ON t.oid = con.confrelid AND con.contype = 'f'
              LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
            WHERE c.relnamespace = ? AND c.relkind IN ('r', 'p') AND con.contype IN ('c', 'f', 'x')
              AND con.conparentid = 0 AND (con.conislocal OR con.coninhcount = 0)
            ORDER BY c.relname, con.conname
            """;

    private static final String DELETE_COLUMNS =
            "(SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a"
                    + " WHERE a.attrelid = con.conrelid AND a.attnum = ANY (con.confdelsetcols))";

    private final Map<String, List<ForeignKey>> foreignKeys = new HashMap<>();
    private final Map<String, List<Check>> checks = new HashMap<>();
    private final Map<String, List<Exclusion>> exclusions = new HashMap<>();

    private Constraints() {}

    static Constraints read(Catalog catalog, int version, long schema) throws SQLException {
        Constraints all = new Constraints();
        String sql = SQL.formatted(
                version >= 18 ? "CASE WHEN NOT con.conenforced THEN 'false' END" : "NULL",
                version >= 18 ? "CASE WHEN con.conperiod THEN 'true' END" : "NULL",
                version >= 15 ? DELETE_COLUMNS : "NULL");
        catalog.list(sql, all::add, schema);
        return all;
    }

    List<ForeignKey> foreignKeys(String table) {
        return foreignKeys.getOrDefault(table, List.of());
    }

    List<Check> checks(String table) {
        return checks.getOrDefault(table, List.of());
    }

    List<Exclusion> exclusions(String table) {
        return exclusions.getOrDefault(table, List.of());
    }

    private boolean add(ResultSet row) throws SQLException {
        String table = row.getString("table_name");
        String name = row.getString("conname");
        return switch (row.getString("contype")) {
            case "f" -> of(foreignKeys, table).add(foreignKey(name, row));
            case "x" -> of(exclusions, table).add(new Exclusion(name, row.getString("definition")));
            default ->
                of(checks, table)
                        .add(new Check(
                                name,
                                Parentheses.without(row.getString("expression")),
                                row.getBoolean("convalidated"),
                                Catalog.options(row, "no inherit", "no_inherit", "enforced", "enforced")));
        };
    }

    private static ForeignKey foreignKey(String name, ResultSet row) throws SQLException {
        SortedMap<String, String> options = Catalog.options(
                row, "match", "match", "enforced", "enforced", "period", "period", "delete columns", "delete_columns");
        return new ForeignKey(
                name,
                Catalog.texts(row, "columns"),
                new TableName(row.getString("target_schema"), row.getString("target")),
                Catalog.texts(row, "targets"),
                action(row.getString("confdeltype")),
                action(row.getString("confupdtype")),
                Indexes.deferral(row),
                row.getBoolean("convalidated"),
                options);
    }

    private static ReferentialAction action(String letter) {
        return switch (letter) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    private static <T> List<T> of(Map<String, List<T>> by, String table) {
        return by.computeIfAbsent(table, each -> new ArrayList<>());
    }
}
