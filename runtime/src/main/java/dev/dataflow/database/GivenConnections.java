package dev.dataflow.database;

import dev.dataflow.error.DataFlowException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;

/** A data source that was given. It is never closed, and its connections go back as they came. */
final class GivenConnections implements ConnectionSource {

    private final DataSource given;
    private final ConnectionCheck check;
    private final boolean manualCommit;

    /**
     * Connections of a data source.
     *
     * @param given the data source
     * @param check what each must pass
     * @param manualCommit whether its connections come with auto-commit off
     */
    GivenConnections(DataSource given, ConnectionCheck check, boolean manualCommit) {
        this.given = given;
        this.check = check;
        this.manualCommit = manualCommit;
    }

    @Override
    public Connection take() throws SQLException {
        Connection connection = given.getConnection();
        try {
            if (!connection.getAutoCommit()) {
                if (!manualCommit) {
                    throw insideTransaction();
                }
                connection.setAutoCommit(true);
            }
            check.check(connection);
            return connection;
        } catch (SQLException | DataFlowException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void giveBack(Connection connection) throws SQLException {
        try (connection) {
            if (manualCommit) {
                connection.setAutoCommit(false);
            }
        }
    }

    @Override
    public String describe() {
        return "the given data source had none in time";
    }

    @Override
    public boolean isExhausted(SQLException thrown) {
        return thrown instanceof SQLTransientConnectionException || thrown instanceof SQLTimeoutException;
    }

    /** Turning auto-commit on would commit the work of whoever began that transaction. */
    private static DataFlowException insideTransaction() {
        return UnsafeSetting.of(
                "autoCommit = false",
                "the data source gave a connection inside a transaction that somebody else began",
                "give a connection provider instead of a data source, which can join that transaction");
    }
}
