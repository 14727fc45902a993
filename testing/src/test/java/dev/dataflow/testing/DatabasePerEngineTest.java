package dev.dataflow.testing;

import static dev.dataflow.testing.TestDatabaseTest.execute;
import static dev.dataflow.testing.TestDatabaseTest.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@EveryEngine
record DatabasePerEngineTest(TestDatabase one) {

    @Test
    void twoDatabasesAreIsolated() throws SQLException {
        try (TestDatabase two = TestDatabases.create(one.engine())) {
            execute(one, "CREATE TABLE note (id INTEGER)");
            execute(two, "CREATE TABLE note (id INTEGER)");
            execute(one, "INSERT INTO note VALUES (1)");
            assertThat(query(one, "SELECT count(*) FROM note")).containsExactly("1");
            assertThat(query(two, "SELECT count(*) FROM note")).containsExactly("0");
        }
    }

    @Test
    void urlConnectsAsIsAndNamesTheUser() throws SQLException {
        try (Connection connection = DriverManager.getConnection(one.url())) {
            assertThat(connection.isValid(5)).isTrue();
        }
        if (one.engine() != Engine.SQLITE) {
            assertThat(one.user()).isNotEmpty();
            assertThat(one.url()).contains("user=" + one.user());
        }
    }

    @Nested
    class Server {
        @Test
        void versionIsKnown() {
            assertThat(TestDatabases.serverVersion(one.engine())).matches("\\d+\\.\\d+.*");
        }
    }
}
