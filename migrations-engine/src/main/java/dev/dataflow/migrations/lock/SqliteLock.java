package dev.dataflow.migrations.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** SQLite: a transaction that takes the file's write lock at once, and waits for it as the session's setting says. */
final class SqliteLock implements SchemaLock {

    private static final int BUSY = 5;
    private static final int LOCKED = 6;

    /** Extended result codes keep the primary one in the low byte. */
    private static final int PRIMARY_CODE = 0xff;

    @Override
    public boolean transactional() {
        return true;
    }

    @Override
    public void run(Connection connection, Duration timeout, Work work) throws SQLException {
        Statements statements = new Statements(connection);
        String before = statements.query("PRAGMA busy_timeout");
        setTimeout(statements, String.valueOf(timeout.toMillis()));
        try {
            begin(statements, timeout);
            inTransaction(statements, work);
        } catch (Throwable e) {
            Statements.afterFailure(e, () -> setTimeout(statements, before));
            throw e;
        }
        setTimeout(statements, before);
    }

    private static void begin(Statements statements, Duration timeout) throws SQLException {
        try {
            statements.execute("BEGIN IMMEDIATE");
        } catch (SQLException e) {
            int code = e.getErrorCode() & PRIMARY_CODE;
            if (code == BUSY || code == LOCKED) {
                throw LockBusy.schema(timeout, "a process that writes to the file keeps it", e);
            }
            throw e;
        }
    }

    private static void inTransaction(Statements statements, Work work) throws SQLException {
        try {
            work.run();
            statements.execute("COMMIT");
        } catch (Throwable e) {
            Statements.afterFailure(e, () -> statements.execute("ROLLBACK"));
            throw e;
        }
    }

    private static void setTimeout(Statements statements, String millis) throws SQLException {
        statements.query("PRAGMA busy_timeout = " + millis);
    }
}
