package dev.dataflow.migrations.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.fixture.Recording;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.fixture.Shop;
import dev.dataflow.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaLockTest extends SchemaTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void busyLockIsReportedInTime() throws SQLException {
        try (Connection other = database.connect()) {
            SchemaLock.of(engine).run(other, SOON, () -> {
                long start = System.nanoTime();
                assertThatThrownBy(() -> open(connection, true, SHORT, List.of(Shop.country())))
                        .isInstanceOfSatisfying(SchemaException.class, e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_LOCKED);
                            assertThat(e.why()).contains("300 ms");
                        });
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, Duration.ofSeconds(5));
            });
        }
        assertThat(tables()).isEmpty();
        open(Shop.country());
        assertThat(tables()).containsExactly("countries");
    }

    @Test
    void timeoutOfZeroAsksOnce() throws SQLException {
        open(connection, true, Duration.ZERO, List.of(Shop.country()));
        assertThat(tables()).containsExactly("countries");
    }

    @Test
    void noLockWhereNothingIsMissing() throws SQLException {
        open(Shop.country());
        try (Connection other = database.connect()) {
            SchemaLock.of(engine).run(other, SOON, () -> open(connection, true, SHORT, List.of(Shop.country())));
        }
    }

    @Test
    void lockIsFreeAfterAFailure() throws SQLException {
        try (Connection other = database.connect()) {
            assertThatThrownBy(() -> SchemaLock.of(engine).run(other, SOON, () -> {
                        throw new SQLException("on purpose");
                    }))
                    .hasMessage("on purpose");
            open(connection, true, SHORT, List.of(Shop.country()));
            assertThat(tables()).containsExactly("countries");
        }
    }

    @Test
    void tableInUseDoesNotHoldUpForEver() throws SQLException {
        if (engine == DatabaseEngine.SQLITE || engine == DatabaseEngine.MARIADB) {
            return; // a writer has the one lock there is; MariaDB's new references do not wait
        }
        open(Shop.country());
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO countries VALUES ('DE', 'Germany')");
            if (engine.family() == EngineFamily.MYSQL) {
                statement.execute("LOCK TABLES countries WRITE");
            }
            assertThatThrownBy(() ->
                            open(connection, true, Duration.ofSeconds(1), List.of(Shop.customer(), Shop.country())))
                    .isInstanceOfSatisfying(
                            SchemaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_LOCKED))
                    .hasMessageContaining("a table that a new one references is in use");
            other.rollback();
        }
        assertThat(tables()).containsExactly("countries");
    }

    @Test
    void otherDatabasesAreNotLocked() throws SQLException {
        if (engine.family() != EngineFamily.MYSQL) {
            return; // elsewhere a lock belongs to the database by nature
        }
        try (var another = TestDatabases.create(database.engine());
                Connection other = another.connect()) {
            SchemaLock.of(engine).run(other, SOON, () -> open(connection, true, SHORT, List.of(Shop.country())));
        }
        assertThat(tables()).containsExactly("countries");
    }

    @Test
    void interruptEndsTheWait() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            return; // it waits inside the driver
        }
        try (Connection other = database.connect()) {
            SchemaLock.of(engine).run(other, SOON, () -> {
                Recording recording = new Recording(connection);
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> open(recording.connection(), true, SOON, List.of(Shop.country())))
                        .hasMessageContaining("interrupted");
                assertThat(Thread.interrupted()).isTrue();
                assertThat(recording.ddl()).isEmpty();
            });
        }
    }
}
