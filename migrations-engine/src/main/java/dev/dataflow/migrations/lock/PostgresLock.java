package dev.dataflow.migrations.lock;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** PostgreSQL: an advisory lock of the session, and one transaction for all that is done. */
final class PostgresLock implements SchemaLock {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String LOOKUP =
            "pg_locks with locktype = 'advisory', joined with pg_stat_activity, shows who holds it";

    @Override
    public boolean transactional() {
        return true;
    }

    @Override
    public void run(Connection connection, Duration timeout, Work work) throws SQLException {
        Statements statements = new Statements(connection);
        // these locks belong to a database; its schemas are told apart here
        long key = key("dataflow:schema:" + statements.query("SELECT current_database() || '.' || current_schema()"));
        if (!Polling.until(timeout, () -> "t".equals(statements.query("SELECT pg_try_advisory_lock(?)", key)))) {
            throw LockBusy.schema(timeout, LOOKUP, null);
        }
        try {
            inTransaction(statements, timeout, work);
        } catch (Throwable e) {
            Statements.afterFailure(e, () -> unlock(statements, key));
            throw e;
        }
        unlock(statements, key);
    }

    private static void inTransaction(Statements statements, Duration timeout, Work work) throws SQLException {
        // by statement, because the auto-commit flag would have to be put back; each query sees what is committed by
        // then
        statements.execute("BEGIN ISOLATION LEVEL READ COMMITTED");
        try {
            statements.execute("SET LOCAL lock_timeout = " + Math.max(1, timeout.toMillis()));
            work.run();
            statements.execute("COMMIT");
        } catch (SQLException e) {
            Statements.afterFailure(e, () -> statements.execute("ROLLBACK"));
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw LockBusy.table(timeout, "pg_stat_activity and pg_blocking_pids() show who holds it", e);
            }
            throw e;
        } catch (Throwable e) {
            Statements.afterFailure(e, () -> statements.execute("ROLLBACK"));
            throw e;
        }
    }

    private static void unlock(Statements statements, long key) throws SQLException {
        statements.query("SELECT pg_advisory_unlock(?)", key);
    }

    private static long key(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
