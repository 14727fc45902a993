package dev.dataflow.migrations.reader.mysql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.reader.row.Parentheses;
import dev.dataflow.migrations.schema.Check;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Checks. */
final class Checks {

    private static final String MYSQL = """
            SELECT t.TABLE_NAME, c.CONSTRAINT_NAME, c.CHECK_CLAUSE,
              CASE t.ENFORCED WHEN 'NO' THEN 'false' END AS ENFORCED, NULL AS IN_COLUMN
            FROM information_schema.TABLE_CONSTRAINTS t
              JOIN information_schema.CHECK_CONSTRAINTS c ON c.CONSTRAINT_SCHEMA = t.CONSTRAINT_SCHEMA
                AND c.CONSTRAINT_NAME = t.CONSTRAINT_NAME
            WHERE t.CONSTRAINT_SCHEMA = ? AND t.CONSTRAINT_TYPE = 'CHECK'
            ORDER BY t.TABLE_NAME, c.CONSTRAINT_NAME
            """;

    private static final String MARIADB = """
            SELECT c.TABLE_NAME, c.CONSTRAINT_NAME, c.CHECK_CLAUSE, NULL AS ENFORCED,
              CASE c.LEVEL WHEN 'Column' THEN 'true' END AS IN_COLUMN
            FROM information_schema.CHECK_CONSTRAINTS c
            WHERE c.CONSTRAINT_SCHEMA = ?
            ORDER BY c.TABLE_NAME, c.CONSTRAINT_NAME
            """;

    private Checks() {}

    /** The checks by the names of tables. */
    static Map<String, List<Check>> read(Catalog catalog, Dialect dialect) throws SQLException {
        return catalog.grouped(
                dialect.by(MYSQL, MARIADB),
                row -> row.getString("TABLE_NAME"),
                row -> new Check(
                        row.getString("CONSTRAINT_NAME"),
                        Parentheses.without(String.valueOf(dialect.expression(row.getString("CHECK_CLAUSE")))),
                        true,
                        Catalog.options(row, "enforced", "ENFORCED", "in column", "IN_COLUMN")),
                dialect.database());
    }
}
