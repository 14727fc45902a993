package dev.dataflow.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What every connection to SQLite that others made is checked for. */
final class GivenSqlite implements ConnectionCheck {

    /** A temporary table belongs to one connection, so it shows whether the next one is the same. */
    private static final String MARK = "CREATE TEMPORARY TABLE IF NOT EXISTS dataflow_home (a INTEGER)";

    private final boolean onlyHere;

    private GivenSqlite(boolean onlyHere) {
        this.onlyHere = onlyHere;
    }

    /** Of the first connection; one whose database is only in its own memory is marked. */
    static GivenSqlite of(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        try (Statement statement = connection.createStatement()) {
            String file = text(statement, "SELECT file FROM pragma_database_list WHERE name = 'main'");
            boolean onlyHere = file.isEmpty() && (url == null || !url.contains("cache=shared"));
            if (onlyHere) {
                statement.execute(MARK);
            }
            return new GivenSqlite(onlyHere);
        }
    }

    @Override
    public void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            enforceForeignKeys(statement);
            // LIKE tells case apart on the other databases
            statement.execute("PRAGMA case_sensitive_like = ON");
            if (onlyHere
                    && text(statement, "SELECT 1 FROM sqlite_temp_schema WHERE name = 'dataflow_home'")
                            .isEmpty()) {
                throw UnsafeSetting.of(
                        ":memory:",
                        "each connection of the data source has a database of its own, which is gone when it is closed",
                        "give a data source that keeps one connection, or a file, or open `:memory:` as a URL");
            }
        }
    }

    /** SQLite checks references only on connections that were told so, and cannot be told inside a transaction. */
    private static void enforceForeignKeys(Statement statement) throws SQLException {
        if (text(statement, "PRAGMA foreign_keys").equals("1")) {
            return;
        }
        statement.execute("PRAGMA foreign_keys = ON");
        if (!text(statement, "PRAGMA foreign_keys").equals("1")) {
            throw UnsafeSetting.of(
                    "foreign_keys = OFF",
                    "references to rows that do not exist would be accepted, and a transaction is open, in which SQLite"
                            + " cannot turn the check on",
                    "set foreign_keys=true in the data source's URL");
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            String value = row.next() ? row.getString(1) : null;
            return value == null ? "" : value;
        }
    }
}
