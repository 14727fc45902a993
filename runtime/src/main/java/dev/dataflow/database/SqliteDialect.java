package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * SQLite. A transaction that may write takes the write lock at once, because one that reads first and then writes fails
 * when another wrote in between. The driver's auto-commit flag cannot say that, so statements do.
 */
final class SqliteDialect extends Dialect {

    private static final String BUSY_TIMEOUT = "PRAGMA busy_timeout";
    private static final String WRITABLE = "PRAGMA query_only = OFF";

    SqliteDialect() {
        super(DatabaseEngine.SQLITE, new SqliteFailures());
    }

    @Override
    public int maximumParameters() {
        return 32_766;
    }

    @Override
    public void begin(Connection connection, boolean readOnly, int isolation, @Nullable Duration longest)
            throws SQLException {
        if (readOnly) {
            script(connection, "BEGIN; PRAGMA query_only = ON");
        } else if (longest == null) {
            execute(connection, "BEGIN IMMEDIATE");
        } else {
            beginWithin(connection, longest);
        }
    }

    /** The wait for the write lock is bound by the driver's setting only: nothing can cancel it. */
    private static void beginWithin(Connection connection, Duration longest) throws SQLException {
        long standing = busyTimeout(connection);
        execute(connection, BUSY_TIMEOUT + " = " + Math.max(1, Math.min(standing, longest.toMillis() + 1)));
        try {
            execute(connection, "BEGIN IMMEDIATE");
        } finally {
            execute(connection, BUSY_TIMEOUT + " = " + standing);
        }
    }

    private static long busyTimeout(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BUSY_TIMEOUT)) {
            return row.getLong(1);
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        try {
            script(connection, "COMMIT; " + WRITABLE);
        } catch (SQLException e) {
            try {
                rollback(connection);
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // some errors, such as a full disk, have rolled back already
            if (!FailureReader.message(e).contains("no transaction is active")) {
                throw e;
            }
        } finally {
            execute(connection, WRITABLE);
        }
    }

    /** A full disk, lack of memory, an interrupt, and errors of input, output or the file itself undo the transaction. */
    @Override
    public boolean endsTransaction(SQLException thrown) {
        return switch (thrown.getErrorCode() & 0xff) {
            case 7, 9, 10, 11, 13 -> true;
            default -> false;
        };
    }

    @Override
    public String explain(String sql) {
        return "EXPLAIN QUERY PLAN " + sql;
    }

    @Override
    public String planLine(ResultSet row) throws SQLException {
        return row.getString("detail");
    }

    /** Runs several statements; of the driver's methods only this one does. */
    private static void script(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
