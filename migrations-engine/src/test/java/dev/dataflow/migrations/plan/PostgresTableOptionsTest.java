package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** How a table of PostgreSQL is kept. */
class PostgresTableOptionsTest extends PlannedTest {

    @Test
    void storageParametersAndReplicaIdentityChangeAndComeBack() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        execute(
                "CREATE TABLE t (a int) WITH (fillfactor = 70, autovacuum_enabled = off)",
                "CREATE TABLE u (a int)",
                "ALTER TABLE u REPLICA IDENTITY FULL",
                "COMMENT ON TABLE t IS 'it''s'");
        SchemaDiff diff = to(
                "CREATE TABLE t (a int) WITH (fillfactor = 80, toast_tuple_target = 4000)",
                "ALTER TABLE t REPLICA IDENTITY NOTHING",
                "CREATE TABLE u (a int)");
        Plan plan = plan(diff);
        assertThat(sql(plan))
                .containsExactly(
                        "ALTER TABLE \"t\" RESET (autovacuum_enabled)",
                        "ALTER TABLE \"t\" SET (fillfactor = 80, toast_tuple_target = 4000)",
                        "ALTER TABLE \"t\" REPLICA IDENTITY nothing",
                        "COMMENT ON TABLE \"t\" IS NULL",
                        "ALTER TABLE \"u\" REPLICA IDENTITY DEFAULT");
        run(plan, diff);
        undo(plan, diff);
    }

    @Test
    void theOrderOfStorageParametersIsNoDifference() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL || !version().atLeast(13)) {
            return;
        }
        execute(
                "CREATE TABLE t (a int) WITH (fillfactor = 70, autovacuum_enabled = off)",
                "CREATE INDEX i ON t (a) WITH (fillfactor = 70, deduplicate_items = off)");
        assertThat(to(
                                "CREATE TABLE t (a int) WITH (autovacuum_enabled = off, fillfactor = 70)",
                                "CREATE INDEX i ON t (a) WITH (deduplicate_items = off, fillfactor = 70)")
                        .changes())
                .isEmpty();
    }

    @Test
    void whatWritesAllRowsOrNeedsAnIndexIsRefused() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        execute("CREATE TABLE t (a int NOT NULL)", "CREATE UNIQUE INDEX i ON t (a)");
        SchemaDiff unlogged = to("CREATE UNLOGGED TABLE t (a int NOT NULL)", "CREATE UNIQUE INDEX i ON t (a)");
        assertThatThrownBy(() -> plan(unlogged)).hasMessageContaining("[DF-330]");
        SchemaDiff indexed = to(
                "CREATE TABLE t (a int NOT NULL)",
                "CREATE UNIQUE INDEX i ON t (a)",
                "ALTER TABLE t REPLICA IDENTITY USING INDEX i");
        assertThatThrownBy(() -> plan(indexed)).hasMessageContaining("[DF-330]");
    }
}
