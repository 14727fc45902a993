package dev.dataflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

@EveryEngine
record DatabaseTest(TestDatabase test) {

    @Test
    void connectionsAreSetUpSafely() throws SQLException {
        try (Database database = Database.open(Post.config(test))) {
            assertThat(database.engine())
                    .isEqualTo(DatabaseEngine.valueOf(test.engine().name()));
            assertThat(database.serverVersion()).matches("\\d+\\.\\d+.*");
            assertThat(database.joinsOuterTransactions()).isFalse();
            Connection first = database.acquire();
            Connection second = database.acquire();
            assertThat(database.activeConnections()).isEqualTo(2);
            for (Connection connection : List.of(first, second)) {
                assertThat(connection.getAutoCommit()).isTrue();
                assertSafe(connection);
            }
            database.release(first);
            database.release(second);
            assertThat(database.activeConnections()).isZero();
        }
    }

    private void assertSafe(Connection connection) throws SQLException {
        DatabaseEngine database = DatabaseEngine.valueOf(test.engine().name());
        switch (test.engine()) {
            case SQLITE -> {
                assertThat(Post.ask(connection, "PRAGMA foreign_keys")).isEqualTo("1");
                assertThat(Post.ask(connection, "PRAGMA journal_mode")).isEqualTo("wal");
                assertThat(Post.ask(connection, "PRAGMA synchronous")).isEqualTo("1");
                assertThat(Integer.valueOf(Post.ask(connection, "PRAGMA busy_timeout")))
                        .isGreaterThanOrEqualTo(10_000);
            }
            case POSTGRESQL -> {
                assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
                assertThat(Post.ask(connection, "SHOW application_name")).isEqualTo("dataflow");
            }
            case MYSQL, MARIADB -> {
                assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
                assertThat(Post.ask(connection, "SELECT @@session.transaction_isolation"))
                        .isEqualTo("READ-COMMITTED");
                assertThat(Post.ask(connection, "SELECT @@session.sql_mode")).contains("STRICT_TRANS_TABLES");
                assertThat(Post.ask(connection, "SELECT timestampdiff(SECOND, utc_timestamp(), now())"))
                        .isEqualTo("0");
                assertThat(Post.ask(connection, "SELECT @@session.character_set_client"))
                        .isEqualTo("utf8mb4");
                new MySqlInspection(database, new OpenFailure(database, "")).tryOut(connection);
            }
        }
    }

    @Test
    void exhaustedPoolSaysItsNumbers() {
        try (Database database =
                Database.open(Post.config(test).withPoolSize(2).withConnectionTimeout(Duration.ofMillis(250)))) {
            List<Connection> all = new ArrayList<>(List.of(database.acquire(), database.acquire()));
            DataFlowException e = assertThrows(DataFlowException.class, database::acquire);
            assertThat(e.code()).isEqualTo(ErrorCode.POOL_EXHAUSTED);
            assertThat(e.retryable()).isTrue();
            assertThat(e.why())
                    .contains("2 connections")
                    .contains("2 are in use")
                    .contains("250 ms");
            all.forEach(database::release);
            database.release(database.acquire());
        }
    }

    @Test
    void closingTwiceIsHarmlessAndUseAfterwardsIsRefused() {
        Database database = Database.open(Post.config(test));
        database.close();
        database.close();
        assertThatThrownBy(database::acquire)
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CLOSED));
        assertThat(database.activeConnections()).isZero();
    }

    @Test
    void jooqRendersQuotedNamesInItsDialect() {
        try (Database database = Database.open(Post.config(test))) {
            String sql = DSL.using(database.configuration())
                    .select(DSL.field(DSL.name("order")))
                    .from(DSL.name("group"))
                    .getSQL();
            // jOOQ 3.21 quotes with backticks on SQLite, too
            assertThat(sql.replace('`', '"')).isEqualTo("select \"order\" from \"group\"");
            assertThat(sql.contains("`"))
                    .isEqualTo(mysqlFamily() || test.engine() == Engine.SQLITE && sql.contains("`"));
        }
    }

    private boolean mysqlFamily() {
        return test.engine() == Engine.MYSQL || test.engine() == Engine.MARIADB;
    }

    @Test
    void parametersOfTheUrlWin() throws SQLException {
        String separator = test.url().contains("?") ? "&" : "?";
        String parameter = switch (test.engine()) {
            case SQLITE -> "busy_timeout=1234&synchronous=FULL";
            case POSTGRESQL -> "ApplicationName=mine";
            case MARIADB -> "sessionVariables=innodb_lock_wait_timeout=7&connectionTimeZone=+02:00";
            case MYSQL -> "sessionVariables=innodb_lock_wait_timeout=7&connectionTimeZone=%2B02:00";
        };
        try (Database database = Database.open(Post.config(test.url() + separator + parameter))) {
            Connection connection = database.acquire();
            switch (test.engine()) {
                case SQLITE -> {
                    assertThat(Post.ask(connection, "PRAGMA busy_timeout")).isEqualTo("1234");
                    assertThat(Post.ask(connection, "PRAGMA synchronous")).isEqualTo("2");
                }
                case POSTGRESQL ->
                    assertThat(Post.ask(connection, "SHOW application_name")).isEqualTo("mine");
                case MYSQL, MARIADB -> {
                    assertThat(Post.ask(connection, "SELECT @@session.innodb_lock_wait_timeout"))
                            .isEqualTo("7");
                    assertThat(Post.ask(connection, "SELECT @@session.time_zone"))
                            .isEqualTo("+02:00");
                }
            }
            database.release(connection);
        }
    }

    @Test
    void mostParametersAreAccepted() throws SQLException {
        try (Database database = Database.open(Post.config(test))) {
            Connection connection = database.acquire();
            int most = database.dialect().maximumParameters();
            String list = "?, ".repeat(most - 1) + "?";
            try (var statement = connection.prepareStatement("SELECT 1 WHERE 1 IN (" + list + ")")) {
                for (int i = 1; i <= most; i++) {
                    statement.setInt(i, i);
                }
                try (var rows = statement.executeQuery()) {
                    assertThat(rows.next()).isTrue();
                }
            }
            database.release(connection);
        }
    }
}
