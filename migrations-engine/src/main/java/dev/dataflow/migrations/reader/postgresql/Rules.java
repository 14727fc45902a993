package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.Rule;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Rewrite rules, except those that views are made of. */
final class Rules {

    private static final String SQL = """
            SELECT c.relname, r.rulename, pg_get_ruledef(r.oid, true) AS definition, %s
            FROM pg_class c
              JOIN pg_rewrite r ON r.ev_class = c.oid
            WHERE c.relnamespace = ? AND r.rulename <> '_RETURN'
            ORDER BY c.relname, r.rulename
            """.formatted(Triggers.ENABLED.formatted("r.ev_enabled"));

    private Rules() {}

    /** The rules by the names of tables and views. */
    static Map<String, List<Rule>> read(Catalog catalog, long schema) throws SQLException {
        return catalog.grouped(
                SQL,
                row -> row.getString("relname"),
                row -> new Rule(
                        row.getString("rulename"),
                        row.getString("definition"),
                        Catalog.options(row, "enabled", "enabled")),
                schema);
    }
}
