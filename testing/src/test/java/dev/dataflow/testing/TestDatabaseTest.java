package dev.dataflow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class TestDatabaseTest {

    @ParameterizedTest
    @EngineSource({Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB})
    void closeDropsTheDatabaseUnderAnOpenTransaction(TestDatabase other) throws SQLException {
        TestDatabase database = TestDatabases.create(other.engine());
        execute(database, "CREATE TABLE note (id INTEGER)");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO note VALUES (1)");
            database.close();
            assertThatThrownBy(database::connect)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(database.name());
            assertThatThrownBy(() -> statement.execute("INSERT INTO note VALUES (2)"))
                    .isInstanceOf(SQLException.class);
            // MySQL's driver would roll back on close, over the lost connection
            connection.abort(Runnable::run);
        }
    }

    @Test
    void closeDeletesTheSqliteFile() throws SQLException {
        TestDatabase database = TestDatabases.create(Engine.SQLITE);
        execute(database, "CREATE TABLE note (id INTEGER)");
        database.close();
        assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
    }

    @Test
    void textDoesNotShowThePassword() {
        TestDatabase database = new TestDatabase(Engine.MYSQL, "jdbc:x?password=secret", "me", "secret", "db1");
        assertThat(database).hasToString("MYSQL db1");
    }

    static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> query(TestDatabase database, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
