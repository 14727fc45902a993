package dev.dataflow.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;

/** A connection provider that was given. Its connections may belong to a transaction that somebody else ends. */
final class ProvidedConnections implements ConnectionSource {

    private final ConnectionProvider given;
    private final ConnectionCheck check;

    ProvidedConnections(ConnectionProvider given, ConnectionCheck check) {
        this.given = given;
        this.check = check;
    }

    @Override
    public Connection take() throws SQLException {
        Connection connection = acquire(given);
        try {
            check.check(connection);
        } catch (SQLException | RuntimeException e) {
            given.release(connection);
            throw e;
        }
        return connection;
    }

    @Override
    public void giveBack(Connection connection) throws SQLException {
        try {
            given.release(connection);
        } catch (DataAccessException e) {
            throw sqlCause(e);
        }
    }

    @Override
    public boolean joinsOuterTransactions() {
        return true;
    }

    @Override
    public String describe() {
        return "the given connection provider had none in time";
    }

    @Override
    public boolean isExhausted(SQLException thrown) {
        return thrown instanceof SQLTransientConnectionException || thrown instanceof SQLTimeoutException;
    }

    /** A connection of a provider, with the driver's exception instead of jOOQ's. */
    static Connection acquire(ConnectionProvider provider) throws SQLException {
        try {
            Connection connection = provider.acquire();
            if (connection == null) {
                throw new SQLException("the connection provider gave no connection", "08003");
            }
            return connection;
        } catch (DataAccessException e) {
            throw sqlCause(e);
        }
    }

    private static SQLException sqlCause(DataAccessException thrown) {
        SQLException cause = thrown.getCause(SQLException.class);
        return cause != null ? cause : new SQLException("the connection provider failed", "08003", thrown);
    }
}
