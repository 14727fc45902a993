package dev.dataflow.migrations.open;

import static dev.dataflow.migrations.fixture.ModelBuilder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.fixture.Recording;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.fixture.Shop;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreationTest extends SchemaTest {

    @Test
    void whatIsCreatedFitsAndIsNotTouchedAgain() throws SQLException {
        Recording first = new Recording(connection);
        open(first.connection(), true, SOON, Shop.all());
        assertThat(first.ddl()).hasSizeGreaterThan(Shop.all().size());
        assertThat(tables())
                .containsExactlyInAnyOrderElementsOf(
                        Shop.all().stream().map(ModelDescriptor::table).toList());

        Recording second = new Recording(connection);
        open(second.connection(), true, SOON, Shop.all());
        assertThat(second.ddl()).isEmpty();
        assertThat(second.queries()).as("one per catalog, however many tables").hasSize(4);
        assertThat(second.statements()).noneMatch(sql -> sql.contains("lock") || sql.contains("IMMEDIATE"));
        check(Shop.all().toArray(ModelDescriptor[]::new));
    }

    @Test
    void onlyWhatIsMissingIsCreated() throws SQLException {
        open(Shop.country());
        execute("INSERT INTO " + q("countries") + " VALUES ('DE', 'Germany')");
        Recording recording = new Recording(connection);
        open(recording.connection(), true, SOON, List.of(Shop.customer(), Shop.country()));
        assertThat(recording.ddl()).isNotEmpty().allMatch(sql -> sql.contains("customers"));
        assertThat(query("SELECT code FROM countries")).containsExactly("DE");
    }

    @Test
    void keysHold() throws SQLException {
        open(connection, true, SOON, Shop.all());
        String insert = "INSERT INTO customers (email, country_code) VALUES ('a@x', 'DE')";
        assertThatThrownBy(() -> execute(withForeignKeys(), insert))
                .hasMessageContaining(by("fk_", "fk_", "FOREIGN KEY"));
        execute("INSERT INTO countries VALUES ('DE', 'Germany')", insert);
        assertThatThrownBy(() -> execute(insert)).hasMessageContaining(by("uk_", "uk_", "UNIQUE"));
        assertThatThrownBy(() -> execute("DELETE FROM countries")).isInstanceOf(SQLException.class);
        assertThat(query("SELECT id FROM customers")).hasSize(1);

        // around the circle
        execute(
                "INSERT INTO departments (id) VALUES (1)",
                "INSERT INTO employees (id, department_id) VALUES (1, 1)",
                "UPDATE departments SET head_id = 1");
        assertThatThrownBy(() -> execute("UPDATE departments SET head_id = 2")).isInstanceOf(SQLException.class);
    }

    @Test
    void idsAreCountedUpAndNeverUsedAgain() throws SQLException {
        open(model("Counter", "counters")
                .column("id", LogicalType.INT32)
                .key("id", KeyGeneration.IDENTITY)
                .column("a", LogicalType.INT32)
                .build());
        execute("INSERT INTO counters (a) VALUES (1)", "INSERT INTO counters (a) VALUES (1)");
        execute("DELETE FROM counters WHERE id = 2", "INSERT INTO counters (a) VALUES (1)");
        assertThat(query("SELECT id FROM counters ORDER BY id")).containsExactly("1", "3");
    }

    @Test
    void limitsOfTypesHold() throws SQLException {
        open(model("Limited", "limited")
                .column("id", LogicalType.INT64)
                .nullable("small", LogicalType.INT8)
                .nullable("whole", LogicalType.INT32)
                .nullable("text", LogicalType.VARCHAR)
                .build());
        execute("INSERT INTO limited (id, small, whole) VALUES (1, 127, 2147483647)");
        execute("INSERT INTO limited (id, text) VALUES (2, '" + "é".repeat(255) + "')");
        assertThatThrownBy(() -> execute("INSERT INTO limited (id, small) VALUES (3, 128)"));
        assertThatThrownBy(() -> execute("INSERT INTO limited (id, whole) VALUES (3, 2147483648)"));
        assertThatThrownBy(() -> execute("INSERT INTO limited (id, text) VALUES (3, '" + "x".repeat(256) + "')"));
    }

    @Test
    void textIsComparedByCodePoint() throws SQLException {
        open(model("Word", "words")
                .varchar("id", 20)
                .column("text", LogicalType.TEXT)
                .unique("uk_words_text", "id")
                .build());
        execute("INSERT INTO words VALUES ('a', 'a'), ('A', 'A'), ('á', 'á'), ('Z', 'Z'), ('a ', 'a ')");
        assertThat(query("SELECT id FROM words ORDER BY id")).containsExactly("A", "Z", "a", "a ", "á");
        assertThat(query("SELECT text FROM words ORDER BY text")).containsExactly("A", "Z", "a", "a ", "á");
    }

    @Test
    void collationOfTheModelIsUsed() throws SQLException {
        open(model("Word", "words")
                .collated("id", 20, by("ucs_basic", caseless(), "NOCASE"))
                .build());
        execute("INSERT INTO words VALUES ('a')");
        if (engine != DatabaseEngine.POSTGRESQL) {
            assertThatThrownBy(() -> execute("INSERT INTO words VALUES ('A')")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void failureLeavesNothingBehind() throws SQLException {
        // the last table is the one that fails: after a circle, whose tables must go together
        ModelDescriptor failing = failing(model("Zebra", "zebras").varchar("id", 20));
        List<String> before = tables();
        assertThatThrownBy(() -> open(Shop.country(), Shop.customer(), Shop.employee(), Shop.department(), failing))
                .isInstanceOfSatisfying(SchemaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.MIGRATION_FAILED);
                    assertThat(e.what()).contains("`zebras`").contains("nothing was changed");
                    assertThat(e.why()).contains("zebras").contains("CREATE ");
                    assertThat(e.getCause()).hasMessageNotContaining("name");
                });
        assertThat(tables()).isEqualTo(before);
        assertThat(connection.getAutoCommit()).isTrue();
        open(Shop.country());
    }

    @Test
    void failureKeepsWhatOthersWrote() throws SQLException {
        if (engine.family() != EngineFamily.MYSQL) {
            return; // others see nothing before the commit
        }
        open(Shop.country());
        execute("CREATE TABLE customers_log (id int)");
        execute("INSERT INTO customers_log VALUES (1)");
        SQLException failure = new SQLException("x");
        assertThat(new CreatedTables(connection, engine)
                        .drop(List.of(TableName.of("countries"), TableName.of("customers_log")), failure))
                .containsExactly(TableName.of("customers_log"));
        assertThat(tables()).containsExactly("customers_log");
    }

    @Test
    void settingsOfTheSessionAreLeftAsTheyWere() throws SQLException {
        List<String> settings = List.of(by(
                "SELECT current_setting('lock_timeout') || current_setting('transaction_isolation')",
                "SELECT CONCAT(@@SESSION.lock_wait_timeout, @@foreign_key_checks, @@autocommit)",
                "PRAGMA busy_timeout"));
        List<String> before = query(settings.get(0));
        open(Shop.country());
        assertThat(query(settings.get(0))).isEqualTo(before);
        ModelDescriptor failing = failing(model("Zebra", "zebras").varchar("id", 20));
        assertThatThrownBy(() -> open(failing));
        assertThat(query(settings.get(0))).isEqualTo(before);
        if (engine == DatabaseEngine.POSTGRESQL) {
            assertThat(query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                    .containsExactly("0");
        }
    }

    @Test
    void readOnlyDatabaseIsNoFaultOfTheModels() throws SQLException {
        execute("CREATE TABLE t (id int)");
        execute(by(
                "SET default_transaction_read_only = on",
                "SET SESSION TRANSACTION READ ONLY",
                "PRAGMA query_only = on"));
        // the caller says what a driver's exception means
        assertThatThrownBy(() -> open(Shop.country())).isInstanceOf(SQLException.class);
        execute(by(
                "SET default_transaction_read_only = off",
                "SET SESSION TRANSACTION READ WRITE",
                "PRAGMA query_only = off"));
        assertThat(tables()).containsExactly("t");
    }

    @Test
    void nothingToDoForNoModels() throws SQLException {
        open();
        assertThat(tables()).isEmpty();
    }

    private String withForeignKeys() {
        return by("SELECT 1", "SELECT 1", "PRAGMA foreign_keys = ON");
    }
}
