package dev.dataflow.migrations.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EngineSource;
import dev.dataflow.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.postgresql.PGConnection;
import org.postgresql.replication.PGReplicationStream;

/** What PostgreSQL tells of replicas, slots and prepared transactions; here the replica is a reader of logical changes. */
@ParameterizedClass
@EngineSource(Engine.POSTGRESQL)
class PostgresServerFactsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Parameter
    TestDatabase database;

    @Test
    void replicasAndSlotsTellHowFarTheyAreBehind() throws SQLException {
        try (Connection connection = database.connect()) {
            ServerFacts alone = server(connection);
            assertThat(alone.replicas()).isEqualTo(Measure.of(0, "pg_stat_replication"));
            assertThat(alone.replicationLagBytes())
                    .isEqualTo(Measure.of(0, "no replica is connected, and there is no slot"));
            assertThat(alone.replicationLagSeconds()).isEqualTo(alone.replicationLagBytes());
            assertThat(alone.freeBytes().isKnown()).isFalse();
            execute(connection, "CREATE PUBLICATION facts FOR ALL TABLES", "CREATE TABLE kept (t text)");
            try (Connection reader = DriverManager.getConnection(
                    database.url() + "&replication=database&preferQueryMode=simple&assumeMinServerVersion=12")) {
                reader.unwrap(PGConnection.class)
                        .getReplicationAPI()
                        .createReplicationSlot()
                        .logical()
                        .withSlotName("facts")
                        .withOutputPlugin("pgoutput")
                        .withTemporaryOption()
                        .make();
                // what is not written yet, nobody can be behind with
                execute(
                        connection,
                        "SET synchronous_commit = on",
                        "INSERT INTO kept SELECT repeat('x', 1000) FROM generate_series(1, 1000)");
                ServerFacts slot = server(connection);
                assertThat(slot.replicationSlots().value()).hasValue(1);
                assertThat(slot.replicas().value()).hasValue(0);
                assertThat(slot.replicationLagBytes().value().orElse(0)).isGreaterThan(1_000_000);
                assertThat(slot.replicationLagSeconds().source()).isEqualTo("whom the slot is for is not connected");
                connected(connection, reader);
            }
        }
    }

    private static void connected(Connection connection, Connection reader) throws SQLException {
        try (PGReplicationStream stream = reader.unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .logical()
                .withSlotName("facts")
                .withSlotOption("proto_version", 1)
                .withSlotOption("publication_names", "facts")
                .start()) {
            assertThat(stream.isClosed()).isFalse();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (server(connection).replicas().value().orElse(0) == 0) {
                assertThat(System.nanoTime()).isLessThan(end);
            }
            ServerFacts followed = server(connection);
            assertThat(followed.replicationLagSeconds().isKnown()).isTrue();
            assertThat(followed.replicationLagSeconds().source()).isEqualTo("pg_stat_replication");
            assertThat(followed.replicationLagBytes().value().orElse(0)).isGreaterThan(1_000_000);
            execute(connection, "CREATE ROLE server_facts", "SET ROLE server_facts");
            ServerFacts hidden = server(connection);
            assertThat(hidden.replicas().value()).hasValue(1);
            assertThat(hidden.replicationLagBytes().isKnown()).isFalse();
            assertThat(hidden.replicationLagSeconds().source()).contains("pg_read_all_stats");
            execute(connection, "RESET ROLE", "DROP ROLE server_facts");
        }
    }

    @Test
    void aPreparedTransactionIsInTheWay() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW max_prepared_transactions")) {
            assumeTrue(row.next() && row.getInt(1) > 0, "the server takes no prepared transactions");
            execute(
                    connection,
                    "CREATE TABLE things (id int)",
                    "CREATE TABLE others (id int)",
                    "BEGIN",
                    "INSERT INTO things VALUES (1)",
                    "PREPARE TRANSACTION 'facts'");
            try {
                assertThat(server(connection).preparedTransactions().value()).hasValue(1);
                try (Probes probes = probes(connection)) {
                    List<TableFacts> tables = new PostgresStatistics(probes, "").tables(List.of("things", "others"));
                    assertThat(tables).hasSize(2).allSatisfy(table -> {
                        boolean held = table.table().equals("things");
                        assertThat(table.openTransaction().value().orElse(0) > 0)
                                .isEqualTo(held);
                    });
                }
            } finally {
                execute(connection, "ROLLBACK PREPARED 'facts'");
            }
        }
    }

    private static ServerFacts server(Connection connection) throws SQLException {
        try (Probes probes = probes(connection)) {
            return new PostgresStatistics(probes, "").server();
        }
    }

    private static Probes probes(Connection connection) throws SQLException {
        return Probes.of(
                connection,
                DatabaseEngine.POSTGRESQL,
                new Budget(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ZERO));
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
