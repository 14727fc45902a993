package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL. Transactions go through the driver's auto-commit flag: it sends BEGIN together with the first statement,
 * and only then fetches results in parts.
 */
final class PostgresDialect extends Dialect {

    private final int standing;

    PostgresDialect(int standing) {
        super(DatabaseEngine.POSTGRESQL, new PostgresFailures());
        this.standing = standing;
    }

    @Override
    public int maximumParameters() {
        return 65_535;
    }

    @Override
    public void begin(Connection connection, boolean readOnly, int isolation, @Nullable Duration longest)
            throws SQLException {
        int level = isolation == DEFAULT_ISOLATION ? Connection.TRANSACTION_READ_COMMITTED : isolation;
        String modes = level == standing ? "" : " ISOLATION LEVEL " + isolationName(level);
        modes += readOnly ? " READ ONLY" : "";
        connection.setAutoCommit(false);
        if (!modes.isEmpty()) {
            try {
                execute(connection, "SET TRANSACTION" + modes);
            } catch (SQLException e) {
                end(connection, e);
                throw e;
            }
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        try {
            if (PostgresTransaction.hasFailed(connection)) {
                // the server would answer with a rollback, and the driver would say nothing
                throw new SQLException("a statement failed in the transaction", "25P02");
            }
            connection.commit();
        } catch (SQLException e) {
            end(connection, e);
            throw e;
        }
        connection.setAutoCommit(true);
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) { // a commit that failed has ended it already
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public boolean hasFailed(Connection connection) {
        try {
            return PostgresTransaction.hasFailed(connection);
        } catch (SQLException e) {
            return true; // it is gone, and its transaction with it
        }
    }

    /** After a deadlock or a failed serialization only the whole transaction can be tried again. */
    @Override
    public boolean endsTransaction(SQLException thrown) {
        return "40001".equals(thrown.getSQLState()) || "40P01".equals(thrown.getSQLState());
    }

    @Override
    public String explain(String sql) {
        return "EXPLAIN " + sql;
    }

    private void end(Connection connection, SQLException because) {
        try {
            rollback(connection);
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }
}
