package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks at a SQLite database, and makes files of our own write-ahead. */
final class SqliteInspection implements Inspection {

    /** The wait for the lock that a change of the journal needs; SQLite itself does not wait for that one. */
    private static final int ATTEMPTS = 200;

    private static final long PAUSE_MILLIS = 50;

    private final OpenFailure failure;

    SqliteInspection(OpenFailure failure) {
        this.failure = failure;
    }

    @Override
    public ServerFacts inspect(Connection connection) throws SQLException {
        String version = pragma(connection, "SELECT sqlite_version()");
        Inspection.requireVersion(DatabaseEngine.SQLITE, version, 3, 35, 0);
        if (!"0".equals(pragma(connection, "PRAGMA query_only"))) {
            throw failure.readOnly("`query_only` is on", null);
        }
        return new ServerFacts(version, Connection.TRANSACTION_SERIALIZABLE);
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        tryWrite(connection);
        boolean file = !pragma(connection, "SELECT file FROM pragma_database_list WHERE name = 'main'")
                .isEmpty();
        if (file && "delete".equals(pragma(connection, "PRAGMA journal_mode"))) {
            makeWriteAhead(connection);
        }
    }

    @Override
    public void tryOut(Connection connection) throws SQLException {
        tryWrite(connection);
    }

    /**
     * Writes the version that is there already, and takes it back. The write lock alone tells nothing: SQLite grants it
     * on read-only files. A file that somebody else is writing to is not read-only.
     */
    private void tryWrite(Connection connection) throws SQLException {
        String wait = pragma(connection, "PRAGMA busy_timeout");
        Dialect.execute(connection, "PRAGMA busy_timeout = 0");
        try {
            Dialect.execute(connection, "BEGIN IMMEDIATE");
            try {
                Dialect.execute(connection, "PRAGMA user_version = " + pragma(connection, "PRAGMA user_version"));
            } finally {
                Dialect.execute(connection, "ROLLBACK");
            }
        } catch (SQLException e) {
            FailureKind kind = new SqliteFailures().read(e).kind();
            if (kind == FailureKind.READ_ONLY) {
                throw failure.readOnly("SQLite refused to write to it", ScrubbedSqlException.of(e, null));
            } else if (kind != FailureKind.CONFLICT) {
                throw e;
            }
        } finally {
            Dialect.execute(connection, "PRAGMA busy_timeout = " + wait);
        }
    }

    private static void makeWriteAhead(Connection connection) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                pragma(connection, "PRAGMA journal_mode = WAL");
                return;
            } catch (SQLException e) {
                boolean busy = new SqliteFailures().read(e).kind() == FailureKind.CONFLICT;
                if (!busy || attempt == ATTEMPTS) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted");
        }
    }

    private static String pragma(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            String value = row.next() ? row.getString(1) : null;
            return value == null ? "" : value;
        }
    }
}
