package dev.dataflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.TransactionConflictException;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

@EveryEngine
class TransactionTest {

    private static Database database;

    private final TestDatabase test;
    private final Dialect dialect;
    private Connection connection;
    private Connection other;

    TransactionTest(TestDatabase test) {
        this.test = test;
        this.dialect = database.dialect();
    }

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase test) throws SQLException {
        try (Connection connection = test.connect()) {
            Post.run(connection, "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, n INTEGER NOT NULL)");
        }
        database = Database.open(Post.config(test));
    }

    @AfterParameterizedClassInvocation
    static void close() {
        assertThat(database.activeConnections()).isZero();
        database.close();
    }

    @BeforeEach
    void acquire() throws SQLException {
        connection = database.acquire();
        other = database.acquire();
        Post.run(connection, "DELETE FROM t");
        Post.run(connection, "INSERT INTO t VALUES (1, 0), (2, 0)");
    }

    @AfterEach
    void release() {
        database.release(connection);
        database.release(other);
    }

    private void begin(Connection on) throws SQLException {
        dialect.begin(on, false, Dialect.DEFAULT_ISOLATION);
    }

    private String state() throws SQLException {
        return connection.getAutoCommit() + " " + connection.isReadOnly() + " "
                + switch (test.engine()) {
                    case POSTGRESQL ->
                        Post.ask(connection, "SHOW transaction_isolation")
                                + Post.ask(connection, "SHOW transaction_read_only");
                    case MYSQL, MARIADB ->
                        Post.ask(
                                connection,
                                "SELECT concat(@@session.transaction_isolation, @@session.transaction_read_only)");
                    case SQLITE -> Post.ask(connection, "PRAGMA query_only");
                };
    }

    private DataFlowException translated(SQLException thrown) {
        return dialect.translate(thrown, new ErrorContext("update of T", null));
    }

    private String n() throws SQLException {
        return Post.ask(other, "SELECT n FROM t WHERE id = 1");
    }

    @Test
    void commitKeepsAndRollbackUndoes() throws SQLException {
        begin(connection);
        Post.run(connection, "UPDATE t SET n = 1 WHERE id = 1");
        assertThat(n()).isEqualTo("0");
        dialect.commit(connection);
        assertThat(n()).isEqualTo("1");
        begin(connection);
        Post.run(connection, "UPDATE t SET n = 2 WHERE id = 1");
        dialect.rollback(connection);
        assertThat(n()).isEqualTo("1");
        Post.run(connection, "UPDATE t SET n = 3 WHERE id = 1");
        assertThat(n()).isEqualTo("3");
    }

    @Test
    void everyEndRestoresTheConnection() throws SQLException {
        String before = state();
        for (int isolation : new int[] {
            Dialect.DEFAULT_ISOLATION, Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE
        }) {
            for (boolean readOnly : new boolean[] {true, false}) {
                dialect.begin(connection, readOnly, isolation);
                Post.ask(connection, "SELECT n FROM t");
                dialect.commit(connection);
                assertThat(state()).isEqualTo(before);
                dialect.begin(connection, readOnly, isolation);
                Post.ask(connection, "SELECT n FROM t");
                dialect.rollback(connection);
                assertThat(state()).isEqualTo(before);
                dialect.rollback(connection);
                assertThat(state()).isEqualTo(before);
            }
        }
    }

    @Test
    void seesWhatOthersCommitBetweenStatements() throws SQLException {
        dialect.begin(connection, test.engine() == Engine.SQLITE, Dialect.DEFAULT_ISOLATION);
        assertThat(Post.ask(connection, "SELECT n FROM t WHERE id = 1")).isEqualTo("0");
        Post.run(other, "UPDATE t SET n = 7 WHERE id = 1");
        String later = Post.ask(connection, "SELECT n FROM t WHERE id = 1");
        dialect.commit(connection);
        assertThat(later).isEqualTo(test.engine() == Engine.SQLITE ? "0" : "7");
    }

    @Test
    void isolationIsAsAskedFor() throws SQLException {
        dialect.begin(connection, true, Connection.TRANSACTION_REPEATABLE_READ);
        assertThat(Post.ask(connection, "SELECT n FROM t WHERE id = 1")).isEqualTo("0");
        Post.run(other, "UPDATE t SET n = 7 WHERE id = 1");
        assertThat(Post.ask(connection, "SELECT n FROM t WHERE id = 1")).isEqualTo("0");
        dialect.commit(connection);
    }

    @Test
    void savepointsUndoAPart() throws SQLException {
        begin(connection);
        Post.run(connection, "UPDATE t SET n = 1 WHERE id = 1");
        Post.run(connection, dialect.savepoint("df_1"));
        Post.run(connection, "UPDATE t SET n = 2 WHERE id = 1");
        Post.run(connection, dialect.rollbackTo("df_1"));
        Post.run(connection, dialect.releaseSavepoint("df_1"));
        dialect.commit(connection);
        assertThat(n()).isEqualTo("1");
    }

    @Test
    void planIsGivenWithoutRunning() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(dialect.explain("SELECT n FROM t WHERE id = ?"))) {
            statement.setInt(1, 1);
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(dialect.planLine(rows)).isNotBlank();
            }
        }
    }

    @Test
    void waitingTooLongForALockIsAConflict() throws SQLException {
        begin(other);
        Post.run(other, "UPDATE t SET n = 1 WHERE id = 1");
        try {
            Post.run(
                    connection,
                    switch (test.engine()) {
                        case POSTGRESQL -> "SET lock_timeout = 100";
                        case MYSQL, MARIADB -> "SET innodb_lock_wait_timeout = 1";
                        case SQLITE -> "PRAGMA busy_timeout = 50";
                    });
            SQLException thrown =
                    assertThrows(SQLException.class, () -> Post.run(connection, "UPDATE t SET n = 2 WHERE id = 1"));
            assertThat(translated(thrown)).isInstanceOf(TransactionConflictException.class);
            assertThat(translated(thrown).retryable()).isTrue();
        } finally {
            dialect.rollback(other);
            Post.run(
                    connection,
                    switch (test.engine()) {
                        case POSTGRESQL -> "SET lock_timeout = 0";
                        case MYSQL, MARIADB -> "SET innodb_lock_wait_timeout = 50";
                        case SQLITE -> "PRAGMA busy_timeout = 10000";
                    });
        }
    }

    @Test
    void deadlockOrStaleSnapshotIsAConflict() throws Exception {
        SQLException thrown = test.engine() == Engine.SQLITE ? staleSnapshot() : deadlock();
        assertThat(translated(thrown).code()).isEqualTo(ErrorCode.TRANSACTION_CONFLICT);
    }

    private SQLException staleSnapshot() throws SQLException {
        Post.run(connection, "BEGIN");
        try {
            Post.ask(connection, "SELECT n FROM t");
            Post.run(other, "UPDATE t SET n = 9 WHERE id = 1");
            return assertThrows(SQLException.class, () -> Post.run(connection, "UPDATE t SET n = 8 WHERE id = 1"));
        } finally {
            dialect.rollback(connection);
        }
    }

    private SQLException deadlock() throws Exception {
        begin(connection);
        begin(other);
        if (test.engine() == Engine.POSTGRESQL) {
            Post.run(connection, "SET LOCAL deadlock_timeout = 50");
            Post.run(other, "SET LOCAL deadlock_timeout = 50");
        }
        Post.run(connection, "UPDATE t SET n = 1 WHERE id = 1");
        Post.run(other, "UPDATE t SET n = 1 WHERE id = 2");
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<SQLException> crossing = CompletableFuture.supplyAsync(() -> {
            started.countDown();
            return attempt(other, "UPDATE t SET n = 2 WHERE id = 1");
        });
        started.await();
        SQLException mine = attempt(connection, "UPDATE t SET n = 2 WHERE id = 2");
        dialect.rollback(connection);
        SQLException theirs = crossing.get(20, TimeUnit.SECONDS);
        dialect.rollback(other);
        return mine != null ? mine : theirs;
    }

    private static SQLException attempt(Connection on, String sql) {
        try {
            Post.run(on, sql);
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    @Test
    void serializationFailureIsAConflict() throws SQLException {
        if (test.engine() != Engine.POSTGRESQL) {
            return;
        }
        dialect.begin(connection, false, Connection.TRANSACTION_REPEATABLE_READ);
        Post.ask(connection, "SELECT n FROM t");
        Post.run(other, "UPDATE t SET n = 9 WHERE id = 1");
        SQLException thrown =
                assertThrows(SQLException.class, () -> Post.run(connection, "UPDATE t SET n = 8 WHERE id = 1"));
        dialect.rollback(connection);
        assertThat(translated(thrown).retryable()).isTrue();
    }

    @Test
    void failedCommitRollsBackAndRestores() throws SQLException {
        if (test.engine() == Engine.MYSQL || test.engine() == Engine.MARIADB) {
            return; // has no constraint that is checked at commit
        }
        String key = "id INTEGER REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED";
        Post.run(connection, "CREATE TABLE late (" + key + ")");
        String before = state();
        begin(connection);
        Post.run(connection, "INSERT INTO late VALUES (99)");
        SQLException thrown = assertThrows(SQLException.class, () -> dialect.commit(connection));
        assertThat(translated(thrown).code()).isEqualTo(ErrorCode.FOREIGN_KEY_VIOLATION);
        dialect.rollback(connection);
        assertThat(state()).isEqualTo(before);
        assertThat(Post.ask(connection, "SELECT count(*) FROM late")).isEqualTo("0");
        Post.run(connection, "DROP TABLE late");
    }

    @Test
    void cancelledStatementIsATimeout() throws Exception {
        String slow = switch (test.engine()) {
            case POSTGRESQL -> "SELECT pg_sleep(20)";
            case MARIADB -> "SELECT sleep(20)";
            case MYSQL ->
                "SELECT count(*) FROM information_schema.columns a, information_schema.columns b,"
                        + " information_schema.columns c";
            case SQLITE ->
                "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)" + " SELECT count(*) FROM c";
        };
        try (Statement statement = connection.createStatement()) {
            CompletableFuture<Void> cancel = CompletableFuture.runAsync(
                    () -> {
                        try {
                            statement.cancel();
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
            SQLException thrown = assertThrows(SQLException.class, () -> statement.executeQuery(slow));
            cancel.get(5, TimeUnit.SECONDS);
            assertThat(translated(thrown).code()).isEqualTo(ErrorCode.TIMEOUT);
        }
    }

    @Test
    void timeoutLeavesTheConnectionUsable() throws SQLException {
        if (test.engine() != Engine.MYSQL && test.engine() != Engine.MARIADB) {
            return; // only their drivers throw a timeout of the type the pool takes for a break
        }
        begin(connection);
        Post.run(connection, "UPDATE t SET n = 5 WHERE id = 1");
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            SQLException thrown = assertThrows(
                    SQLException.class,
                    () -> statement.executeQuery("SELECT count(*) FROM information_schema.columns a,"
                            + " information_schema.columns b, information_schema.columns c"));
            assertThat(translated(thrown).code()).isEqualTo(ErrorCode.TIMEOUT);
        }
        dialect.rollback(connection);
        assertThat(Post.ask(connection, "SELECT n FROM t WHERE id = 1")).isEqualTo("0");
    }

    @Test
    void rowChangedSinceTheSnapshotEndsTheTransaction() throws SQLException {
        if (test.engine() != Engine.MARIADB) {
            return; // the others have no such setting
        }
        Post.run(connection, "SET innodb_snapshot_isolation = ON");
        dialect.begin(connection, false, Connection.TRANSACTION_REPEATABLE_READ);
        Post.run(connection, "INSERT INTO t VALUES (77, 0)");
        Post.ask(connection, "SELECT n FROM t WHERE id = 1");
        Post.run(other, "UPDATE t SET n = 9 WHERE id = 1");
        SQLException thrown =
                assertThrows(SQLException.class, () -> Post.run(connection, "UPDATE t SET n = n + 1 WHERE id = 1"));
        assertThat(translated(thrown).code()).isEqualTo(ErrorCode.TRANSACTION_CONFLICT);
        assertThat(dialect.endsTransaction(thrown)).isTrue();
        assertThat(Post.ask(connection, "SELECT @@in_transaction")).isEqualTo("0");
        assertThat(Post.ask(connection, "SELECT count(*) FROM t WHERE id = 77")).isEqualTo("0");
        // without it the server would commit nothing more on this connection
        dialect.rollback(connection);
        Post.run(connection, "SET innodb_snapshot_isolation = OFF");
    }

    @Test
    void connectionThatTheServerEndsIsLost() throws SQLException {
        if (test.engine() == Engine.SQLITE) {
            return;
        }
        boolean postgres = test.engine() == Engine.POSTGRESQL;
        Connection doomed = database.acquire();
        String id = Post.ask(doomed, postgres ? "SELECT pg_backend_pid()" : "SELECT connection_id()");
        Post.run(connection, postgres ? "SELECT pg_terminate_backend(" + id + ")" : "KILL " + id);
        SQLException thrown = assertThrows(SQLException.class, () -> Post.ask(doomed, "SELECT n FROM t"));
        database.release(doomed);
        assertThat(translated(thrown).code()).isEqualTo(ErrorCode.CONNECTION_LOST);
        assertThat(translated(thrown).retryable()).isTrue();
        assertThatThrownBy(() -> begin(doomed)).isInstanceOf(SQLException.class);
    }

    @Test
    void missingRightIsTold() throws SQLException {
        if (test.engine() != Engine.POSTGRESQL) {
            return;
        }
        begin(connection);
        Post.run(connection, "CREATE ROLE dataflow_nobody_" + test.name());
        Post.run(connection, "SET LOCAL ROLE dataflow_nobody_" + test.name());
        SQLException thrown = assertThrows(SQLException.class, () -> Post.run(connection, "DELETE FROM t"));
        dialect.rollback(connection);
        assertThat(translated(thrown).code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
    }
}
