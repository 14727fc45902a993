package dev.dataflow.migrations.fact;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.reader.row.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;

/** PostgreSQL: a transaction that only reads, or a part of the one that is open; each query behind a savepoint. */
final class PostgresProbes extends Probes {

    private static final String CANCELLED = "57014";

    private final boolean own;
    private final Savepoint before;

    PostgresProbes(Connection connection, Budget budget) throws SQLException {
        super(connection, budget);
        own = connection.getAutoCommit();
        if (own) {
            connection.setAutoCommit(false);
        }
        before = connection.setSavepoint();
        execute("SET LOCAL transaction_read_only = on");
        // rows that a policy hides would be missing in a count: so the server refuses the query
        execute("SET LOCAL row_security = off");
    }

    @Override
    <T> List<T> run(long millis, String sql, Row<T> row, Object... parameters) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            execute("SET LOCAL statement_timeout = " + millis);
            return new Catalog(connection).list(sql, row, parameters);
        } finally {
            // what failed must be left behind, and the limit goes with it
            if (!connection.isClosed()) {
                connection.rollback(savepoint);
            }
        }
    }

    @Override
    String denied() {
        return "the account has no right to ask, or row security hides rows from it";
    }

    @Override
    boolean isTimeout(SQLException failure) {
        return CANCELLED.equals(failure.getSQLState());
    }

    @Override
    public void close() throws SQLException {
        if (own) {
            connection.rollback();
            connection.setAutoCommit(true);
        } else {
            connection.rollback(before);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
