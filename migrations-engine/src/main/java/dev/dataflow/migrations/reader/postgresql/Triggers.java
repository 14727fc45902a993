package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.Trigger;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Triggers. Those that a partition has from its parent are left out. */
final class Triggers {

    /** How it fires, from the letter that the catalog keeps. */
    static final String ENABLED =
            "CASE %s WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END AS enabled";

    private static final String SQL = """
            SELECT c.relname, t.tgname, pg_get_triggerdef(t.oid, true) AS definition,
              obj_description(t.oid, 'pg_trigger') AS description, %s
            FROM pg_class c
              JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
            WHERE c.relnamespace = ? AND NOT EXISTS (SELECT 1 FROM pg_depend d
              WHERE d.classid = 'pg_trigger'::regclass AND d.objid = t.oid AND d.refclassid = 'pg_trigger'::regclass)
            ORDER BY c.relname, t.tgname
            """.formatted(ENABLED.formatted("t.tgenabled"));

    private Triggers() {}

    /** The triggers by the names of tables and views. */
    static Map<String, List<Trigger>> read(Catalog catalog, long schema) throws SQLException {
        return catalog.grouped(
                SQL,
                row -> row.getString("relname"),
                row -> new Trigger(
                        row.getString("tgname"),
                        row.getString("definition"),
                        Catalog.options(row, "comment", "description", "enabled", "enabled")),
                schema);
    }
}
