package dev.dataflow.migrations.reader.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The SQL mode in which a catalog is read: MariaDB writes names and texts of expressions as the session's mode wants them. */
final class PlainMode {

    private final Connection connection;
    private final String before;

    private PlainMode(Connection connection, String before) {
        this.connection = connection;
        this.before = before;
    }

    static PlainMode begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@SESSION.sql_mode")) {
            row.next();
            PlainMode mode = new PlainMode(connection, row.getString(1));
            mode.set("");
            return mode;
        }
    }

    /** The connection has its own mode again. */
    void end() throws SQLException {
        set(before);
    }

    private void set(String mode) throws SQLException {
        if (!before.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET SESSION sql_mode = '" + mode + "'");
            }
        }
    }
}
