package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnName;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Generated;
import dev.dataflow.migrations.schema.Identity;
import dev.dataflow.migrations.schema.SequenceNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of tables and of composite types. */
final class Columns {

    private static final String SQL = """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull, a.attidentity,
              a.attgenerated, pg_get_expr(d.adbin, d.adrelid) AS default_value, ds.description,
              CASE WHEN a.attcollation = t.typcollation OR a.attcollation = 0 THEN NULL
                WHEN pg_collation_is_visible(a.attcollation) THEN co.collname
                ELSE '"' || replace(con.nspname, '"', '""') || '"."' || replace(co.collname, '"', '""') || '"' END
                AS collation,
              CASE WHEN a.attstorage <> t.typstorage THEN CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN
                'external' WHEN 'm' THEN 'main' ELSE 'extended' END END AS storage,
              CASE WHEN a.attstattarget >= 0 THEN a.attstattarget::text END AS statistics,
              %s AS compression, %s AS not_null
            FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN pg_collation co ON co.oid = a.attcollation
              LEFT JOIN pg_namespace con ON con.oid = co.collnamespace
              LEFT JOIN pg_description ds ON ds.objoid = c.oid AND ds.classoid = 'pg_class'::regclass
                AND ds.objsubid = a.attnum
            WHERE c.relnamespace = ? AND c.relkind IN ('r', 'p', 'c')
            ORDER BY c.relname, a.attnum
            """;

    private static final String COMPRESSION = "CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END";

    private static final String NOT_VALID =
            "(SELECT 'not valid' FROM pg_constraint n WHERE n.conrelid = a.attrelid AND n.contype = 'n'"
                    + " AND NOT n.convalidated AND n.conkey[1] = a.attnum)";

    private Columns() {}

    /** The columns by the names of tables and types. */
    static Map<String, List<Column>> read(
            Catalog catalog, int version, long schema, Map<ColumnName, SequenceNumbers> identities)
            throws SQLException {
        String sql = SQL.formatted(version >= 14 ? COMPRESSION : "NULL", version >= 18 ? NOT_VALID : "NULL");
        return catalog.grouped(sql, row -> row.getString("relname"), row -> column(row, identities), schema);
    }

    private static Column column(ResultSet row, Map<ColumnName, SequenceNumbers> identities) throws SQLException {
        String name = row.getString("attname");
        String value = row.getString("default_value");
        String generated = row.getString("attgenerated");
        return new Column(
                name,
                ColumnType.of(DatabaseEngine.POSTGRESQL, row.getString("type")),
                !row.getBoolean("attnotnull"),
                generated.isEmpty() ? value : null,
                identity(row.getString("attidentity"), identities.get(new ColumnName(row.getString("relname"), name))),
                generated.isEmpty() ? null : new Generated(value, generated.equals("s")),
                row.getString("collation"),
                Catalog.options(
                        row,
                        "comment",
                        "description",
                        "storage",
                        "storage",
                        "statistics",
                        "statistics",
                        "compression",
                        "compression",
                        "not null",
                        "not_null"));
    }

    private static @Nullable Identity identity(String kind, @Nullable SequenceNumbers numbers) {
        return kind.isEmpty() ? null : new Identity(kind.equals("a"), numbers);
    }
}
