package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.Deferral;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.UniqueKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Indexes, and the primary keys and unique constraints that stand on one. Those that a partition has from its parent are left out. */
final class Indexes {

    private static final String SQL = """
            SELECT i.indexrelid, c.relname AS table_name, ic.relname, i.indisunique, i.indisvalid, am.amname,
              pg_get_expr(i.indpred, i.indrelid) AS predicate,
              (SELECT string_agg(o, ', ' ORDER BY o COLLATE "C") FROM unnest(ic.reloptions) o) AS reloptions,
              con.contype, coalesce(con.condeferrable, false) AS condeferrable,
              coalesce(con.condeferred, false) AS condeferred,
              obj_description(ic.oid, 'pg_class') AS description, %s AS nulls_not_distinct, %s AS without_overlaps,
              CASE WHEN NOT i.indisvalid THEN 'false' END AS valid,
              CASE WHEN c.relkind = 'p' AND NOT i.indisvalid THEN 'true' END AS only
            FROM pg_class c
              JOIN pg_index i ON i.indrelid = c.oid
              JOIN pg_class ic ON ic.oid = i.indexrelid
              JOIN pg_am am ON am.oid = ic.relam
              LEFT JOIN pg_constraint con ON con.conrelid = c.oid AND con.conindid = ic.oid
                AND con.contype IN ('p', 'u', 'x')
            WHERE c.relnamespace = ? AND c.relkind IN ('r', 'p', 'm') AND NOT ic.relispartition
            ORDER BY c.relname, ic.relname
            """;

    private final Map<String, PrimaryKey> primaryKeys = new HashMap<>();
    private final Map<String, List<UniqueKey>> uniques = new HashMap<>();
    private final Map<String, List<Index>> indexes = new HashMap<>();

    private Indexes() {}

    static Indexes read(Catalog catalog, int version, long schema) throws SQLException {
        Map<Long, List<IndexParts.Placed>> parts = IndexParts.read(catalog, version, schema);
        Indexes all = new Indexes();
        String sql = SQL.formatted(
                version >= 15 ? "i.indnullsnotdistinct" : "false",
                version >= 18 ? "CASE WHEN con.conperiod THEN 'true' END" : "NULL");
        catalog.list(sql, row -> all.add(row, parts.getOrDefault(row.getLong("indexrelid"), List.of())), schema);
        return all;
    }

    @Nullable
    PrimaryKey primaryKey(String table) {
        return primaryKeys.get(table);
    }

    List<UniqueKey> uniques(String table) {
        return uniques.getOrDefault(table, List.of());
    }

    List<Index> indexes(String table) {
        return indexes.getOrDefault(table, List.of());
    }

    private Indexes add(ResultSet row, List<IndexParts.Placed> parts) throws SQLException {
        String table = row.getString("table_name");
        String name = row.getString("relname");
        Deferral deferral = deferral(row);
        boolean distinct = !row.getBoolean("nulls_not_distinct");
        String constraint = row.getString("contype");
        if (constraint == null) {
            indexes.computeIfAbsent(table, each -> new ArrayList<>())
                    .add(new Index(
                            name,
                            IndexParts.keys(parts),
                            IndexParts.included(parts),
                            row.getString("predicate"),
                            row.getBoolean("indisunique"),
                            distinct,
                            row.getString("amname"),
                            row.getBoolean("indisvalid"),
                            Catalog.options(row, "comment", "description", "with", "reloptions", "only", "only")));
        } else if (constraint.equals("p")) {
            primaryKeys.put(
                    table,
                    new PrimaryKey(name, IndexParts.keys(parts), IndexParts.included(parts), deferral, options(row)));
        } else if (constraint.equals("u")) {
            uniques.computeIfAbsent(table, each -> new ArrayList<>())
                    .add(new UniqueKey(
                            name,
                            IndexParts.keys(parts),
                            IndexParts.included(parts),
                            distinct,
                            deferral,
                            options(row)));
        }
        return this;
    }

    private static SortedMap<String, String> options(ResultSet row) throws SQLException {
        return Catalog.options(row, "with", "reloptions", "without overlaps", "without_overlaps", "valid", "valid");
    }

    static Deferral deferral(ResultSet row) throws SQLException {
        if (!row.getBoolean("condeferrable")) {
            return Deferral.NONE;
        }
        return row.getBoolean("condeferred") ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE;
    }
}
