package dev.dataflow.testing;

import static dev.dataflow.testing.TestDatabaseTest.execute;
import static dev.dataflow.testing.TestDatabaseTest.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;

class ServerSettingsTest {

    @ParameterizedTest
    @EngineSource(Engine.POSTGRESQL)
    @DisabledIfEnvironmentVariable(named = "TESTDB_POSTGRESQL_URL", matches = ".+")
    void postgresql(TestDatabase database) throws SQLException {
        assertThat(query(database, "SHOW max_connections")).containsExactly("200");
        assertThat(query(database, "SHOW wal_level")).containsExactly("logical");
        // SHOW would tell the zone of the session, which the driver sets to the JVM's
        assertThat(query(database, "SELECT pg_read_file('postmaster.opts')").get(0))
                .contains("--timezone=Asia/Kolkata");
        execute(database, "CREATE TABLE word (word TEXT)");
        execute(database, "INSERT INTO word VALUES ('a'), ('B')");
        assertThat(query(database, "SELECT word FROM word ORDER BY word")).containsExactly("B", "a");
    }

    @ParameterizedTest
    @EngineSource(Engine.MYSQL)
    @DisabledIfEnvironmentVariable(named = "TESTDB_MYSQL_URL", matches = ".+")
    void mysql(TestDatabase database) throws SQLException {
        assertThat(query(database, "SELECT @@max_connections")).containsExactly("200");
        assertThat(query(database, "SELECT @@global.time_zone")).containsExactly("+05:30");
        assertOwnTemporaryFiles(database);
        assertThat(query(database, "SELECT @@global.log_bin")).containsExactly("1");
        assertThat(query(database, "SELECT @@sql_mode").get(0)).contains("STRICT_TRANS_TABLES", "ONLY_FULL_GROUP_BY");
        assertThat(query(database, "SELECT @@collation_database")).containsExactly("utf8mb4_0900_ai_ci");
        assertThat(query(database, "SELECT 'b1' REGEXP '^[[:alpha:]]\\\\d$'")).containsExactly("1");
    }

    @ParameterizedTest
    @EngineSource(Engine.MARIADB)
    @DisabledIfEnvironmentVariable(named = "TESTDB_MARIADB_URL", matches = ".+")
    void mariadb(TestDatabase database) throws SQLException {
        assertThat(query(database, "SELECT version()").get(0))
                .startsWith("11.4")
                .contains("MariaDB");
        assertThat(query(database, "SELECT @@max_connections")).containsExactly("200");
        assertThat(query(database, "SELECT @@global.time_zone")).containsExactly("+05:30");
        assertOwnTemporaryFiles(database);
        assertThat(query(database, "SELECT @@global.log_bin")).containsExactly("1");
        assertThat(query(database, "SELECT @@sql_mode").get(0))
                .contains("STRICT_TRANS_TABLES")
                .doesNotContain("ONLY_FULL_GROUP_BY");
    }

    /** In a shared folder the next server to start would delete them. */
    private static void assertOwnTemporaryFiles(TestDatabase database) throws SQLException {
        Path data = Path.of(query(database, "SELECT @@datadir").get(0));
        assertThat(Path.of(query(database, "SELECT @@tmpdir").get(0)).getParent())
                .isEqualTo(data.getParent());
    }
}
