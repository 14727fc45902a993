package dev.dataflow.migrations.lock;

import dev.dataflow.migrations.identifier.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** MySQL: a named lock of the session. Each statement that changes the schema commits by itself. */
final class MySqlLock implements SchemaLock {

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    @Override
    public boolean transactional() {
        return false;
    }

    @Override
    public void run(Connection connection, Duration timeout, Work work) throws SQLException {
        Statements statements = new Statements(connection);
        // these locks belong to the server, and their names have at most 64 characters
        String name = ObjectName.of("dataflow", "schema", String.valueOf(statements.query("SELECT DATABASE()")));
        if (!Polling.until(timeout, () -> "1".equals(statements.query("SELECT GET_LOCK(?, 0)", name)))) {
            throw LockBusy.schema(
                    timeout, "SELECT IS_USED_LOCK('" + name + "') gives the connection that holds it", null);
        }
        try {
            withTableTimeout(statements, timeout, work);
        } catch (Throwable e) {
            Statements.afterFailure(e, () -> unlock(statements, name));
            throw e;
        }
        unlock(statements, name);
    }

    /** A new table's foreign key waits for statements on the other table, by default for a year. */
    private static void withTableTimeout(Statements statements, Duration timeout, Work work) throws SQLException {
        String before = statements.query("SELECT @@SESSION.lock_wait_timeout");
        statements.execute("SET SESSION lock_wait_timeout = " + Math.max(1, timeout.toSeconds()));
        try {
            work.run();
        } catch (SQLException e) {
            Statements.afterFailure(e, () -> restore(statements, before));
            if (e.getErrorCode() == LOCK_WAIT_TIMEOUT) {
                throw LockBusy.table(timeout, "performance_schema.metadata_locks shows who holds it", e);
            }
            throw e;
        } catch (Throwable e) {
            Statements.afterFailure(e, () -> restore(statements, before));
            throw e;
        }
        restore(statements, before);
    }

    private static void restore(Statements statements, String before) throws SQLException {
        statements.execute("SET SESSION lock_wait_timeout = " + before);
    }

    private static void unlock(Statements statements, String name) throws SQLException {
        statements.query("SELECT RELEASE_LOCK(?)", name);
    }
}
