package dev.dataflow.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** SQLite checks foreign keys only on connections that were told so. */
final class SqliteForeignKeys {

    private SqliteForeignKeys() {}

    /** Turns the check on; inside a transaction, where SQLite ignores that, a connection without it is refused. */
    static void enforce(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!isOn(statement)) {
                statement.execute("PRAGMA foreign_keys = ON");
                if (!isOn(statement)) {
                    throw UnsafeSetting.of(
                            "foreign_keys = OFF",
                            "references to rows that do not exist would be accepted, and a transaction is open, in which"
                                    + " SQLite cannot turn the check on",
                            "set foreign_keys=true in the data source's URL");
                }
            }
        }
    }

    private static boolean isOn(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA foreign_keys")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
