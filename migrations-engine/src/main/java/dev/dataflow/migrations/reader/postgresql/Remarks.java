package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.ObjectProperties;
import dev.dataflow.migrations.schema.ObjectProperties.Kind;
import dev.dataflow.migrations.schema.PropertyStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Comments and settings that a schema does not say. */
final class Remarks {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private static final String COMMENTS = """
            SELECT 'POLICY' AS kind, c.relname, p.polname AS name, quote_literal(d.description) AS text
            FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
              JOIN pg_description d ON d.classoid = 'pg_policy'::regclass AND d.objoid = p.oid
            WHERE c.relnamespace = ?
            UNION ALL
            SELECT 'RULE', c.relname, w.rulename, quote_literal(d.description)
            FROM pg_rewrite w JOIN pg_class c ON c.oid = w.ev_class
              JOIN pg_description d ON d.classoid = 'pg_rewrite'::regclass AND d.objoid = w.oid
            WHERE c.relnamespace = ?
            UNION ALL
            SELECT 'CONSTRAINT', c.relname, n.conname, quote_literal(d.description)
            FROM pg_constraint n JOIN pg_class c ON c.oid = n.conrelid
              JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = n.oid
            WHERE c.relnamespace = ?
            """;

    private static final String COLUMNS = """
            SELECT c.relname, c.relkind = 'm' AS materialised, a.attname, quote_literal(d.description) AS text,
              CASE WHEN c.relkind = 'v' THEN pg_get_expr(f.adbin, f.adrelid) END AS default_value,
              CASE WHEN a.attstattarget >= 0 THEN a.attstattarget::text END AS statistics,
              CASE WHEN a.attstorage <> t.typstorage THEN CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN
                'external' WHEN 'm' THEN 'main' ELSE 'extended' END END AS storage,
              array_to_string(a.attoptions, ', ') AS options
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = a.attnum
              LEFT JOIN pg_attrdef f ON f.adrelid = c.oid AND f.adnum = a.attnum
            WHERE c.relnamespace = ? AND c.relkind IN ('v', 'm')
            ORDER BY c.relname, a.attnum
            """;

    private static final String INDEXES = """
            SELECT c.relname, c.relkind = 'm' AS materialised, x.relname AS index_name, n.conname, i.indisclustered,
              i.indisreplident, CASE WHEN n.conname IS NOT NULL THEN quote_literal(obj_description(x.oid, 'pg_class')) END
                AS text,
              (SELECT array_agg(a.attnum || ' SET STATISTICS ' || a.attstattarget ORDER BY a.attnum) FROM pg_attribute a
                WHERE a.attrelid = x.oid AND a.attstattarget >= 0) AS statistics
            FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
              LEFT JOIN pg_constraint n ON n.conindid = x.oid AND n.conrelid = c.oid AND n.contype IN ('p', 'u', 'x')
            WHERE c.relnamespace = ? AND c.relkind IN ('r', 'p', 'm')
            ORDER BY c.relname, x.relname
            """;

    private Remarks() {}

    static void read(Catalog catalog, long schema, PropertyList list) throws SQLException {
        catalog.list(COMMENTS, row -> comment(row, list), schema, schema, schema);
        catalog.list(COLUMNS, row -> column(row, list), schema);
        catalog.list(INDEXES, row -> index(row, list), schema);
    }

    private static PropertyList comment(ResultSet row, PropertyList list) throws SQLException {
        String kind = row.getString("kind");
        String table = row.getString("relname");
        String name = row.getString("name");
        String key = ObjectProperties.key(Kind.valueOf(kind), table, name);
        return list.whole(
                key,
                new PropertyStatement(
                        "COMMENT ON " + kind + " " + QUOTING.quote(name) + " ON ",
                        table,
                        " IS " + row.getString("text")));
    }

    private static PropertyList column(ResultSet row, PropertyList list) throws SQLException {
        String name = row.getString("relname");
        String view = QUOTING.quote(name);
        String column = QUOTING.quote(row.getString("attname"));
        String key = ObjectProperties.key(Kind.VIEW, name);
        String alter = "ALTER " + (row.getBoolean("materialised") ? "MATERIALIZED " : "") + "VIEW " + view
                + " ALTER COLUMN " + column;
        detail(list, key, "COMMENT ON COLUMN " + view + "." + column + " IS ", row.getString("text"), "");
        detail(list, key, alter + " SET DEFAULT ", row.getString("default_value"), "");
        detail(list, key, alter + " SET STATISTICS ", row.getString("statistics"), "");
        detail(list, key, alter + " SET STORAGE ", row.getString("storage"), "");
        detail(list, key, alter + " SET (", row.getString("options"), ")");
        return list;
    }

    private static void detail(PropertyList list, String key, String head, @Nullable String value, String tail) {
        if (value != null) {
            list.detail(key, PropertyStatement.of(head + value + tail));
        }
    }

    private static PropertyList index(ResultSet row, PropertyList list) throws SQLException {
        String table = row.getString("relname");
        String constraint = row.getString("conname");
        String index = QUOTING.quote(row.getString("index_name"));
        boolean view = row.getBoolean("materialised");
        String key = view
                ? ObjectProperties.key(Kind.VIEW, table)
                : constraint == null
                        ? ObjectProperties.key(Kind.INDEX, table, row.getString("index_name"))
                        : ObjectProperties.key(Kind.CONSTRAINT, table, constraint);
        for (String statistics : Catalog.texts(row, "statistics")) {
            list.detail(key, PropertyStatement.of("ALTER INDEX " + index + " ALTER COLUMN " + statistics));
        }
        if (row.getString("text") != null) {
            list.whole(key, PropertyStatement.of("COMMENT ON INDEX " + index + " IS " + row.getString("text")));
        }
        if (row.getBoolean("indisclustered")) {
            String alter = "ALTER " + (view ? "MATERIALIZED VIEW " : "TABLE ");
            list.detail(key, new PropertyStatement(alter, table, " CLUSTER ON " + index));
        }
        if (row.getBoolean("indisreplident")) {
            list.whole(key, new PropertyStatement("ALTER TABLE ", table, " REPLICA IDENTITY USING INDEX " + index));
        }
        return list;
    }
}
