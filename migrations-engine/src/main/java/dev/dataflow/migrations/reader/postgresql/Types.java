package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.reader.row.Parentheses;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Domain;
import dev.dataflow.migrations.schema.EnumType;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Enum types and domains. */
final class Types {

    private static final String OWN = """
            t.typnamespace = ? AND NOT EXISTS (SELECT 1 FROM pg_depend e
              WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
            """;

    private static final String ENUMS = """
            SELECT t.typname, obj_description(t.oid, 'pg_type') AS description,
              (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)
                AS labels
            FROM pg_type t
            WHERE t.typtype = 'e' AND %s
            ORDER BY t.typname
            """.formatted(OWN);

    private static final String DOMAINS = """
            SELECT t.oid, t.typname, format_type(t.typbasetype, t.typtypmod) AS type, t.typnotnull,
              coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault) AS default_value,
              obj_description(t.oid, 'pg_type') AS description,
              CASE WHEN t.typcollation <> b.typcollation THEN co.collname END AS collation
            FROM pg_type t
              JOIN pg_type b ON b.oid = t.typbasetype
              LEFT JOIN pg_collation co ON co.oid = t.typcollation
            WHERE t.typtype = 'd' AND %s
            ORDER BY t.typname
            """.formatted(OWN);

    private static final String CHECKS = """
            SELECT con.contypid, con.conname, pg_get_expr(con.conbin, 0) AS expression, con.convalidated
            FROM pg_type t
              JOIN pg_constraint con ON con.contypid = t.oid AND con.contype = 'c'
            WHERE t.typnamespace = ?
            ORDER BY con.contypid, con.conname
            """;

    private Types() {}

    static List<EnumType> enums(Catalog catalog, long schema) throws SQLException {
        return catalog.list(
                ENUMS,
                row -> new EnumType(
                        row.getString("typname"),
                        Catalog.texts(row, "labels"),
                        Catalog.options(row, "comment", "description")),
                schema);
    }

    static List<Domain> domains(Catalog catalog, long schema) throws SQLException {
        Map<Long, List<Check>> checks = catalog.grouped(
                CHECKS,
                row -> row.getLong("contypid"),
                row -> new Check(
                        row.getString("conname"),
                        Parentheses.without(row.getString("expression")),
                        row.getBoolean("convalidated"),
                        new TreeMap<>()),
                schema);
        return catalog.list(
                DOMAINS,
                row -> new Domain(
                        row.getString("typname"),
                        ColumnType.of(DatabaseEngine.POSTGRESQL, row.getString("type")),
                        !row.getBoolean("typnotnull"),
                        row.getString("default_value"),
                        row.getString("collation"),
                        checks.getOrDefault(row.getLong("oid"), List.of()),
                        Catalog.options(row, "comment", "description")),
                schema);
    }
}
