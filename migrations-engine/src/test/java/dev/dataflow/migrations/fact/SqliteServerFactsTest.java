package dev.dataflow.migrations.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much room a file of SQLite has. */
class SqliteServerFactsTest {

    @TempDir
    Path folder;

    @Test
    void aFileHasTheRoomOfItsDisk() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("facts.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE things (id INTEGER PRIMARY KEY)");
            Measure free = server(connection).freeBytes();
            assertThat(free.source()).isEqualTo("the disk of the file");
            // others write to the disk, too
            double disk = Files.getFileStore(folder).getUsableSpace();
            assertThat(free.value().orElse(0)).isBetween(disk * 0.5, disk * 1.5);
            assertThat(server(connection).replicationLagSeconds().value()).hasValue(0);
        }
    }

    @Test
    void aFileThatMayNotGrowHasLess() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("facts.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = 4096");
            statement.execute("CREATE TABLE things (id INTEGER PRIMARY KEY)");
            statement.execute("PRAGMA max_page_count = 12"); // of which two are used
            assertThat(server(connection).freeBytes()).isEqualTo(Measure.of(10 * 4096, "PRAGMA max_page_count"));
        }
    }

    @Test
    void memoryHasNoDisk() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            assertThat(server(connection).freeBytes()).isEqualTo(Measure.unknown("the database is in memory"));
        }
    }

    private static ServerFacts server(Connection connection) throws SQLException {
        Budget budget = new Budget(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ZERO);
        try (Probes probes = Probes.of(connection, DatabaseEngine.SQLITE, budget)) {
            return new SqliteStatistics(probes).server();
        }
    }
}
