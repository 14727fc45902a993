package dev.dataflow.migrations.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EngineSource;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** What MySQL and MariaDB tell only when performance_schema is on, or when there are replicas: a server of its own has both. */
@ParameterizedClass
@EngineSource({Engine.MYSQL, Engine.MARIADB})
class MySqlServerFactsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern PLACE = Pattern.compile("//127\\.0\\.0\\.1:(\\d+)/.*[?&]user=root$");

    private static TestServer own;

    @Parameter
    TestDatabase shared;

    @BeforeParameterizedClassInvocation
    static void start(TestDatabase shared) throws SQLException {
        own = TestServer.start(
                shared.engine(),
                "--performance-schema=ON",
                "--performance-schema-instrument=wait/lock/metadata/sql/mdl=ON",
                "--server-id=2");
        try (Connection connection = own.connect()) {
            execute(
                    connection,
                    "CREATE DATABASE facts",
                    "USE facts",
                    "CREATE TABLE things (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, d INT, KEY ix_d (d), KEY ix_unused (d, id))",
                    "CREATE TABLE parents (id INT NOT NULL PRIMARY KEY)",
                    "INSERT INTO things (d) VALUES (1), (2), (3)");
        }
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        own.close();
    }

    @Test
    void whatIsWrittenAndReadEachSecondIsSeen() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            try (Connection connection = own.connect("facts")) {
                while (!enough.get()) {
                    execute(connection, "INSERT INTO things (d) VALUES (7)");
                    query(connection, "SELECT id FROM things FORCE INDEX (ix_d) WHERE d = 2");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        try (Connection connection = own.connect("facts")) {
            TableFacts things = await(
                    () -> table(connection, "things", Duration.ofMillis(50)),
                    facts -> facts.writesPerSecond().orElse(0) > 0);
            assertThat(things.writes().source()).startsWith("performance_schema, two looks");
            assertThat(things.readsPerSecond().orElse(0)).isPositive();
            assertThat(things.indexScans().get("ix_d")).isPositive();
            assertThat(things.indexScans().get("ix_unused")).isZero();
            TableFacts parents = table(connection, "parents", Duration.ofMillis(50));
            assertThat(parents.writesPerSecond()).hasValue(0);
            TableFacts average = table(connection, "things", Duration.ZERO);
            assertThat(average.writesPerSecond().orElse(0)).isPositive();
            assertThat(average.writes().source()).contains("since counting began");
        } finally {
            enough.set(true);
            writer.join();
        }
    }

    @Test
    void aTransactionIsOnlyInTheWayOfTheTablesThatItUses() throws Exception {
        try (Connection connection = own.connect("facts");
                Connection other = own.connect("facts")) {
            other.setAutoCommit(false);
            query(other, "SELECT * FROM parents");
            TableFacts parents = await(
                    () -> table(connection, "parents", Duration.ZERO),
                    facts -> facts.openTransaction().value().orElse(0) > 0);
            assertThat(parents.openTransaction().source()).isEqualTo("performance_schema.metadata_locks");
            assertThat(table(connection, "things", Duration.ZERO).openTransaction())
                    .isEqualTo(Measure.of(0, "performance_schema.metadata_locks"));
            other.rollback();
        }
    }

    @Test
    void replicasAreCountedAndKnowHowFarTheyAreBehind() throws Exception {
        try (Connection source = shared.connect();
                Connection replica = own.connect()) {
            Matcher place = PLACE.matcher(shared.url());
            assumeTrue(place.find(), "the server is not one of the tests' own");
            assertThat(server(source).replicas().value()).hasValue(0);
            assertThat(server(source).replicationLagSeconds())
                    .isEqualTo(Measure.of(0, "no replica is connected, and the server is none"));
            follow(source, replica, place.group(1));
            try {
                ServerFacts followed = await(
                        () -> server(source), facts -> facts.replicas().value().orElse(0) == 1);
                assertThat(followed.replicationLagSeconds())
                        .isEqualTo(Measure.unknown("only replicas know how far behind they are"));
                assertThat(followed.replicationLagBytes().isKnown()).isFalse();
                // as if it had been written a hundred seconds ago
                execute(source, "SET timestamp = unix_timestamp() - 100", "CREATE TABLE late (id INT)");
                ServerFacts behind = await(
                        () -> server(replica),
                        facts -> facts.replicationLagSeconds().value().orElse(0) >= 100);
                assertThat(behind.replicationLagSeconds().source())
                        .isEqualTo(mariaDb() ? "SHOW ALL REPLICAS STATUS" : "SHOW REPLICA STATUS");
                assertThat(behind.replicationLagBytes().isKnown()).isFalse();
                execute(replica, "STOP REPLICA SQL_THREAD");
                assertThat(server(replica).replicationLagSeconds().source()).contains("does not follow");
            } finally {
                execute(replica, "STOP REPLICA", mariaDb() ? "RESET SLAVE ALL" : "RESET REPLICA ALL");
                for (String id : query(
                        source, "SELECT ID FROM information_schema.PROCESSLIST WHERE COMMAND LIKE 'Binlog Dump%'")) {
                    execute(source, "KILL " + id);
                }
            }
        }
    }

    /** Who may not see others' processes does not know that there are none. */
    @Test
    void withoutTheRightReplicasAreUnknown() throws SQLException {
        try (Connection connection = own.connect()) {
            execute(connection, "CREATE USER few@'127.0.0.1'", "GRANT SELECT ON facts.* TO few@'127.0.0.1'");
            String url = own.url("facts").replace("user=root", "user=few");
            try (Connection few = DriverManager.getConnection(url)) {
                assertThat(server(few).replicas().isKnown()).isFalse();
                assertThat(server(few).replicationLagSeconds().source()).isEqualTo("the account has no right to ask");
            } finally {
                execute(connection, "DROP USER few@'127.0.0.1'");
            }
        }
    }

    /** From now on, and what it gets is not done for an hour. */
    private void follow(Connection source, Connection replica, String port) throws SQLException {
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SHOW MASTER STATUS")) {
            assertThat(row.next()).isTrue();
            String sql = "CHANGE REPLICATION SOURCE TO SOURCE_HOST = '127.0.0.1', SOURCE_PORT = " + port
                    + ", SOURCE_USER = 'root', SOURCE_LOG_FILE = '" + row.getString(1) + "', SOURCE_LOG_POS = "
                    + row.getString(2) + ", SOURCE_DELAY = 3600";
            execute(replica, mariaDb() ? inMariaDb(sql) : sql, "START REPLICA");
        }
    }

    /** Since 11.4 a replica insists on TLS, which the tests' servers do not have. */
    private static String inMariaDb(String sql) {
        return sql.replace("REPLICATION SOURCE", "MASTER").replace("SOURCE_", "MASTER_")
                + ", MASTER_SSL_VERIFY_SERVER_CERT = 0";
    }

    private boolean mariaDb() {
        return shared.engine() == Engine.MARIADB;
    }

    private TableFacts table(Connection connection, String name, Duration sampling) throws SQLException {
        try (Probes probes = probes(connection, sampling)) {
            return new MySqlStatistics(probes, engine(), "")
                    .tables(List.of(name))
                    .get(0);
        }
    }

    private ServerFacts server(Connection connection) throws SQLException {
        try (Probes probes = probes(connection, Duration.ZERO)) {
            return new MySqlStatistics(probes, engine(), "").server();
        }
    }

    private Probes probes(Connection connection, Duration sampling) throws SQLException {
        return Probes.of(connection, engine(), new Budget(Duration.ofSeconds(5), Duration.ofSeconds(20), sampling));
    }

    private DatabaseEngine engine() {
        return DatabaseEngine.valueOf(shared.engine().name());
    }

    private interface Looking<T> {
        T look() throws SQLException;
    }

    private static <T> T await(Looking<T> looking, Predicate<T> wanted) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T seen = looking.look();
        while (!wanted.test(seen)) {
            assertThat(System.nanoTime()).as(String.valueOf(seen)).isLessThan(end);
            seen = looking.look();
        }
        return seen;
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
