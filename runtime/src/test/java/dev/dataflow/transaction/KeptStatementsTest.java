package dev.dataflow.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;

class KeptStatementsTest {

    private static final String SQL = "select ?";

    private Connection connection;
    private KeptStatements kept;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        kept = new KeptStatements(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static String value(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    @Test
    void aStatementIsTakenAgainWithoutItsValues() throws SQLException {
        PreparedStatement first = kept.take(SQL);
        first.setString(1, "secret");
        assertThat(value(first)).isEqualTo("secret");
        kept.giveBack(SQL, first);

        PreparedStatement again = kept.take(SQL);
        assertThat(again).isSameAs(first);
        assertThat(value(again)).isNull();
    }

    @Test
    void aStatementInUseIsNotTaken() throws SQLException {
        kept.giveBack(SQL, kept.take(SQL));
        PreparedStatement outer = kept.take(SQL);
        PreparedStatement inner = kept.take(SQL);
        assertThat(inner).isNotSameAs(outer);

        kept.giveBack(SQL, inner);
        assertThat(inner.isClosed()).isTrue();
        kept.giveBack(SQL, outer);
        assertThat(kept.take(SQL)).isSameAs(outer);
    }

    @Test
    void oneThatFailedIsClosed() throws SQLException {
        kept.giveBack(SQL, kept.take(SQL));
        PreparedStatement failed = kept.take(SQL);
        kept.drop(SQL, failed, new SQLException());

        assertThat(failed.isClosed()).isTrue();
        assertThat(kept.take(SQL)).isNotSameAs(failed);
    }

    @Test
    void theResultOfOneThatCannotBeClearedStands() throws SQLException {
        PreparedStatement first = kept.take(SQL);
        first.close();
        kept.giveBack(SQL, first);
        PreparedStatement second = kept.take(SQL);
        assertThat(value(second)).isNull();
        kept.giveBack(SQL, second);

        assertThat(kept.take(SQL)).isSameAs(second);
        second.close();
        kept.giveBack(SQL, second);
        PreparedStatement third = kept.take(SQL);
        kept.giveBack(SQL, third);
        assertThat(kept.take(SQL)).isSameAs(third);
    }

    @Test
    void nothingIsKeptAfterTheEnd() throws SQLException {
        PreparedStatement idle = kept.take(SQL);
        kept.giveBack(SQL, idle);
        PreparedStatement used = kept.take("select 1");
        kept.close();
        assertThat(idle.isClosed()).isTrue();
        assertThat(used.isClosed()).isFalse();

        kept.giveBack("select 1", used);
        assertThat(used.isClosed()).isTrue();
        PreparedStatement late = kept.take(SQL);
        assertThat(value(late)).isNull();
        kept.giveBack(SQL, late);
        assertThat(late.isClosed()).isTrue();
    }

    @Test
    void nothingIsKeptOfAConnectionThatComesAfterTheEnd() throws SQLException {
        SqliteConnections connections = new SqliteConnections();
        connections.close();
        KeptStatements late = connections.statements(connection);
        PreparedStatement statement = late.take(SQL);
        late.giveBack(SQL, statement);
        assertThat(statement.isClosed()).isTrue();
    }

    @Test
    void onlySoManyAreKept() throws SQLException {
        PreparedStatement[] all = new PreparedStatement[129];
        for (int i = 0; i < all.length; i++) {
            all[i] = kept.take("select " + i);
            kept.giveBack("select " + i, all[i]);
        }
        assertThat(all[0].isClosed()).isTrue();
        assertThat(all[1].isClosed()).isFalse();
        assertThat(all[128].isClosed()).isFalse();
    }

    @Test
    void aLongOneIsNotKept() throws SQLException {
        String sql = "select '" + "x".repeat(20_000) + "'";
        PreparedStatement statement = kept.take(sql);
        kept.giveBack(sql, statement);
        assertThat(statement.isClosed()).isTrue();
    }

    @Test
    void theTableMayBecomeAnotherMeanwhile() throws SQLException {
        execute("create table t (id integer primary key, a text)");
        execute("insert into t values (1, 'old')");
        String read = "select a from t where id = 1";
        PreparedStatement statement = kept.take(read);
        assertThat(value(statement)).isEqualTo("old");
        kept.giveBack(read, statement);

        execute("alter table t add column b text");
        execute("drop table t");
        execute("create table t (a text, id integer primary key)");
        execute("insert into t values ('new', 1)");
        assertThat(value(kept.take(read))).isEqualTo("new");
        kept.giveBack(read, statement);

        execute("drop table t");
        assertThatThrownBy(() -> value(kept.take(read)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no such table");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whatOthersPutBetweenSeesEachStatement() throws SQLException {
        SqliteConnections connections = new SqliteConnections();
        KeptStatements own = connections.statements(connection);
        assertThat(own).isNotNull().isSameAs(connections.statements(connection));

        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite::memory:");
        assertThat(pooled(connections, source)).isNotNull();
        DataSource observed = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(source, arguments);
                    return result instanceof Connection made ? observed(made) : result;
                });
        assertThat(pooled(connections, observed)).isNull();
    }

    private static Connection observed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                KeptStatementsTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.invoke(connection, arguments));
    }

    private static KeptStatements pooled(SqliteConnections connections, DataSource source) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection taken = pool.getConnection()) {
            return connections.statements(taken);
        }
    }

    @Test
    void aClosedConnectionIsForgotten() throws SQLException {
        SqliteConnections connections = new SqliteConnections();
        KeptStatements before = connections.statements(connection);
        connection.close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            assertThat(connections.statements(other)).isNotSameAs(before);
            assertThat(connections.open()).isEqualTo(1);
        }
    }
}
