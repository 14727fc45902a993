package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.reader.row.Catalog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table, view or composite type.
 *
 * @param name its name
 * @param kind the letter of its kind
 * @param definition a view's query; else null
 * @param partitionKey by what it is partitioned; null when it is not
 * @param bound which rows it holds, for a partition; else null
 * @param parents the tables it inherits from or is a partition of
 * @param populated whether a materialised view can be queried
 * @param options its options
 */
record Relation(
        String name,
        String kind,
        @Nullable String definition,
        @Nullable String partitionKey,
        @Nullable String bound,
        List<TableName> parents,
        boolean populated,
        SortedMap<String, String> options) {

    private static final String SQL = """
            SELECT c.relname, c.relkind, c.relispopulated,
              CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS definition,
              CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
              CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS bound,
              (SELECT array_agg(p.relname::text ORDER BY i.inhseqno) FROM pg_inherits i
                JOIN pg_class p ON p.oid = i.inhparent WHERE i.inhrelid = c.oid) AS parents,
              (SELECT array_agg(CASE WHEN p.relnamespace <> c.relnamespace THEN n.nspname::text ELSE '' END
                ORDER BY i.inhseqno) FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent
                JOIN pg_namespace n ON n.oid = p.relnamespace WHERE i.inhrelid = c.oid) AS parent_schemas,
              coalesce(obj_description(c.oid, 'pg_class'), obj_description(c.reltype, 'pg_type')) AS description,
              CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence,
              CASE WHEN c.relforcerowsecurity AND c.relrowsecurity THEN 'forced' WHEN c.relrowsecurity THEN 'enabled'
                WHEN c.relforcerowsecurity THEN 'forced when enabled' END AS row_security,
              nullif(am.amname, 'heap') AS access_method,
              CASE c.relreplident WHEN 'f' THEN 'full' WHEN 'n' THEN CASE WHEN c.relkind IN ('r', 'p') THEN 'nothing'
                END WHEN 'i' THEN 'index ' || coalesce((SELECT ri.relname FROM pg_index x
                JOIN pg_class ri ON ri.oid = x.indexrelid WHERE x.indrelid = c.oid AND x.indisreplident), '') END
                AS replica_identity,
              (SELECT string_agg(o, ', ' ORDER BY o COLLATE "C") FROM unnest(c.reloptions) o
                WHERE o NOT LIKE 'check_option=%') AS reloptions,
              (SELECT substr(o, 14) FROM unnest(c.reloptions) o WHERE o LIKE 'check_option=%') AS check_option
            FROM pg_class c
              LEFT JOIN pg_am am ON am.oid = c.relam
            WHERE c.relnamespace = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'c') AND NOT EXISTS (SELECT 1 FROM pg_depend e
              WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
            ORDER BY c.relname
            """;

    static List<Relation> read(Catalog catalog, long schema) throws SQLException {
        return catalog.list(SQL, Relation::of, schema);
    }

    private static Relation of(ResultSet row) throws SQLException {
        List<String> parents = Catalog.texts(row, "parents");
        List<String> schemas = Catalog.texts(row, "parent_schemas");
        List<TableName> names = IntStream.range(0, parents.size())
                .mapToObj(i -> new TableName(schemas.get(i).isEmpty() ? null : schemas.get(i), parents.get(i)))
                .toList();
        String definition = row.getString("definition");
        return new Relation(
                row.getString("relname"),
                row.getString("relkind"),
                definition == null ? null : statement(definition),
                row.getString("partition_key"),
                row.getString("bound"),
                names,
                row.getBoolean("relispopulated"),
                Catalog.options(
                        row,
                        "comment",
                        "description",
                        "persistence",
                        "persistence",
                        "row security",
                        "row_security",
                        "access method",
                        "access_method",
                        "replica identity",
                        "replica_identity",
                        "with",
                        "reloptions",
                        "check option",
                        "check_option"));
    }

    private static String statement(String definition) {
        String text = definition.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }
}
