package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.reader.row.Parentheses;
import dev.dataflow.migrations.schema.Policy;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Policies for rows. */
final class Policies {

    private static final String SQL = """
            SELECT c.relname, p.polname, p.polpermissive, CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT'
                WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
              (SELECT array_agg(coalesce(a.rolname::text, 'public')) FROM unnest(p.polroles) r(role)
                LEFT JOIN pg_roles a ON a.oid = r.role) AS roles,
              pg_get_expr(p.polqual, p.polrelid) AS qual, pg_get_expr(p.polwithcheck, p.polrelid) AS with_check
            FROM pg_class c
              JOIN pg_policy p ON p.polrelid = c.oid
            WHERE c.relnamespace = ?
            ORDER BY c.relname, p.polname
            """;

    private Policies() {}

    /** The policies by the names of tables. */
    static Map<String, List<Policy>> read(Catalog catalog, long schema) throws SQLException {
        return catalog.grouped(
                SQL,
                row -> row.getString("relname"),
                row -> new Policy(
                        row.getString("polname"),
                        row.getBoolean("polpermissive"),
                        row.getString("command"),
                        Catalog.texts(row, "roles"),
                        bare(row.getString("qual")),
                        bare(row.getString("with_check"))),
                schema);
    }

    private static @Nullable String bare(@Nullable String expression) {
        return expression == null ? null : Parentheses.without(expression);
    }
}
