package dev.dataflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.ConnectionProvider;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConnectionProvider;
import org.junit.jupiter.api.Test;

@EveryEngine
record GivenConnectionsTest(TestDatabase test) {

    private HikariDataSource pool(String parameters, boolean autoCommit) {
        return pool(parameters, autoCommit, 10_000);
    }

    private HikariDataSource pool(String parameters, boolean autoCommit, int timeout) {
        HikariConfig config = new HikariConfig();
        String separator = test.url().contains("?") ? "&" : "?";
        config.setJdbcUrl(parameters.isEmpty() ? test.url() : test.url() + separator + parameters);
        config.setAutoCommit(autoCommit);
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(timeout);
        return new HikariDataSource(config);
    }

    private static void shut(HikariDataSource pool) {
        pool.close();
    }

    private Database over(HikariDataSource pool) {
        return Database.over(pool, Post.config(test));
    }

    private static int out(HikariDataSource pool) {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    private void assertUnsafe(String parameters) {
        try (HikariDataSource pool = pool(parameters, true)) {
            DataFlowException e = assertThrows(DataFlowException.class, () -> over(pool));
            assertThat(e.code()).as(e.getMessage()).isEqualTo(ErrorCode.DATABASE_UNSAFE);
            assertThat(out(pool)).isZero();
        }
    }

    @Test
    void dataSourceIsUsedAndNotClosed() throws SQLException {
        try (HikariDataSource pool = pool("", true)) {
            Database database = over(pool);
            assertThat(database.engine().name()).isEqualTo(test.engine().name());
            assertThat(database.activeConnections()).isEqualTo(-1);
            assertThat(out(pool)).isZero();
            Connection connection = database.acquire();
            assertThat(out(pool)).isEqualTo(1);
            database.release(connection);
            assertThat(out(pool)).isZero();
            database.close();
            assertThat(pool.isClosed()).isFalse();
            assertThat(assertThrows(DataFlowException.class, database::acquire).code())
                    .isEqualTo(ErrorCode.CLOSED);
        }
    }

    @Test
    void transactionsAreReadCommittedAndLeaveTheConnectionAsItWas() throws SQLException {
        try (HikariDataSource pool = pool("", true)) {
            Database database = over(pool);
            Connection connection = database.acquire();
            int before = connection.getTransactionIsolation();
            database.dialect().begin(connection, false, Dialect.DEFAULT_ISOLATION);
            String inside = switch (test.engine()) {
                case POSTGRESQL -> Post.ask(connection, "SHOW transaction_isolation");
                case MYSQL -> mysqlIsolation(connection, "innodb_tables");
                case MARIADB -> mysqlIsolation(connection, "innodb_sys_tables");
                case SQLITE -> "read committed";
            };
            database.dialect().commit(connection);
            assertThat(inside).isEqualToIgnoringCase("read committed");
            assertThat(connection.getTransactionIsolation()).isEqualTo(before);
            assertThat(connection.getAutoCommit()).isTrue();
            database.release(connection);
        }
    }

    /** MySQL shows a transaction's own level only in its table of transactions. */
    private static String mysqlIsolation(Connection connection, String other) throws SQLException {
        Post.ask(connection, "SELECT count(*) FROM information_schema." + other);
        Post.run(connection, "CREATE TEMPORARY TABLE IF NOT EXISTS touched (a INT PRIMARY KEY)");
        Post.run(connection, "INSERT INTO touched VALUES (1)");
        return Post.ask(
                connection,
                "SELECT trx_isolation_level FROM information_schema.innodb_trx"
                        + " WHERE trx_mysql_thread_id = connection_id()");
    }

    @Test
    void autoCommitIsTurnedOnAndRestored() throws SQLException {
        try (HikariDataSource pool = pool("", false)) {
            Database database = over(pool);
            Connection connection = database.acquire();
            assertThat(connection.getAutoCommit()).isTrue();
            Connection driver = connection.unwrap(Connection.class);
            database.release(connection);
            assertThat(out(pool)).isZero();
            try (Connection next = pool.getConnection()) {
                assertThat(next.unwrap(Connection.class)).isSameAs(driver);
                assertThat(next.getAutoCommit()).isFalse();
            }
        }
    }

    @Test
    void dataSourceInsideATransactionIsRefused() throws SQLException {
        try (Connection shared = test.connect()) {
            Unclosed source = new Unclosed(shared);
            Database database = Database.over(source.dataSource(), Post.config(test));
            shared.setAutoCommit(false);
            DataFlowException e = assertThrows(DataFlowException.class, database::acquire);
            assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_UNSAFE);
            assertThat(shared.getAutoCommit()).isFalse();
            assertThat(source.out()).isZero();
        }
    }

    @Test
    void exhaustedDataSourceIsToldApart() {
        // long enough to connect; HikariCP keeps to the timeout it was made with
        try (HikariDataSource pool = pool("", true, 3_000)) {
            Database database = over(pool);
            Connection one = database.acquire();
            Connection two = database.acquire();
            assertThat(assertThrows(DataFlowException.class, database::acquire).code())
                    .isEqualTo(ErrorCode.POOL_EXHAUSTED);
            database.release(one);
            database.release(two);
            shut(pool);
            assertThat(assertThrows(DataFlowException.class, database::acquire).code())
                    .isEqualTo(ErrorCode.CONNECTION_LOST);
        }
    }

    @Test
    void settingsThatLoseDataAreRefused() {
        switch (test.engine()) {
            case MYSQL -> {
                assertUnsafe("useAffectedRows=true");
                assertUnsafe("sendFractionalSeconds=false");
                assertUnsafe("jdbcCompliantTruncation=false&sessionVariables=sql_mode=%27%27");
                assertUnsafe("characterEncoding=latin1");
            }
            case MARIADB -> {
                assertUnsafe("useAffectedRows=true");
                assertUnsafe("sessionVariables=sql_mode='NO_ENGINE_SUBSTITUTION'&jdbcCompliantTruncation=false");
                assertUnsafe("sessionVariables=sql_mode='STRICT_ALL_TABLES,EMPTY_STRING_IS_NULL'");
            }
            case POSTGRESQL -> assertUnsafe("options=-c%20standard_conforming_strings=off");
            case SQLITE -> {
                try (HikariDataSource pool = pool("foreign_keys=off", true)) {
                    Database database = over(pool);
                    Connection connection = database.acquire();
                    assertThat(Post.ask(connection, "PRAGMA foreign_keys")).isEqualTo("1");
                    database.release(connection);
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    @Test
    void readOnlyDataSourceIsRefused() {
        Database.open(Post.config(test)).close();
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(1);
        if (test.engine() == Engine.SQLITE) {
            config.setJdbcUrl(test.url().replace("jdbc:sqlite:", "jdbc:sqlite:file:") + "?mode=ro");
        } else {
            config.setJdbcUrl(test.url());
            config.setReadOnly(true);
        }
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThat(assertThrows(DataFlowException.class, () -> over(pool)).code())
                    .isEqualTo(ErrorCode.DATABASE_READ_ONLY);
            assertThat(out(pool)).isZero();
        }
    }

    @Test
    void unreachableDataSourceIsToldWithoutItsSecrets() {
        try (HikariDataSource pool = pool("", true)) {
            shut(pool);
            DataFlowException e = assertThrows(DataFlowException.class, () -> over(pool));
            assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_UNREACHABLE);
        }
    }

    @Test
    void providerInsideATransactionIsLeftAlone() throws SQLException {
        try (Connection outer = test.connect()) {
            if (test.engine() == Engine.SQLITE) {
                Post.run(outer, "PRAGMA foreign_keys = ON");
            }
            outer.setAutoCommit(false);
            ConnectionProvider provider = new DefaultConnectionProvider(outer);
            Database database = Database.over(provider, Post.config(test));
            assertThat(database.joinsOuterTransactions()).isTrue();
            Connection connection = database.acquire();
            assertThat(connection).isSameAs(outer);
            assertThat(connection.getAutoCommit()).isFalse();
            database.release(connection);
            database.close();
            assertThat(outer.isClosed()).isFalse();
            assertThat(outer.getAutoCommit()).isFalse();
            outer.rollback();
        }
    }

    @Test
    void providerWithoutForeignKeysInsideATransactionIsRefused() throws SQLException {
        if (test.engine() != Engine.SQLITE) {
            return;
        }
        try (Connection outer = test.connect()) {
            Post.run(outer, "PRAGMA foreign_keys = OFF");
            outer.setAutoCommit(false);
            Post.ask(outer, "SELECT count(*) FROM sqlite_schema");
            Database database = Database.over(new DefaultConnectionProvider(outer), Post.config(test));
            assertThat(assertThrows(DataFlowException.class, database::acquire).code())
                    .isEqualTo(ErrorCode.DATABASE_UNSAFE);
        }
    }

    @Test
    void providerOfADataSourceGetsItsConnectionsBack() {
        try (HikariDataSource pool = pool("", true)) {
            Database database = Database.over(new DataSourceConnectionProvider(pool), Post.config(test));
            Connection connection = database.acquire();
            assertThat(out(pool)).isEqualTo(1);
            database.release(connection);
            assertThat(out(pool)).isZero();
            shut(pool);
            assertThat(assertThrows(DataFlowException.class, database::acquire).code())
                    .isEqualTo(ErrorCode.CONNECTION_LOST);
        }
    }

    @Test
    void statementsThatTheDriverAddsToMessagesAreNotRead() throws SQLException {
        if (test.engine() != Engine.MYSQL && test.engine() != Engine.MARIADB) {
            return;
        }
        try (HikariDataSource pool = pool("dumpQueriesOnException=true", true)) {
            Database database = over(pool);
            Connection connection = database.acquire();
            Post.run(connection, "CREATE TABLE dumped (a VARCHAR(40) NOT NULL, CONSTRAINT uk_dumped UNIQUE (a))");
            Post.run(connection, "INSERT INTO dumped VALUES ('hush')");
            SQLException thrown =
                    assertThrows(SQLException.class, () -> Post.run(connection, "INSERT INTO dumped VALUES ('hush')"));
            var e = (UniqueViolationException) database.dialect().translate(thrown, new ErrorContext("create", null));
            assertThat(e.constraint()).isEqualTo("uk_dumped");
            assertThat(Post.printed(e)).doesNotContain("hush");
            database.release(connection);
        }
    }
}
