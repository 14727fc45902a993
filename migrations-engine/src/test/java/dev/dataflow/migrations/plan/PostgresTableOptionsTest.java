package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.risk.Assessment;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.rule.Level;
import java.sql.SQLException;
import java.util.List;
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
    void rowSecurityIsSwitchedOnAfterItsPoliciesAndOffBeforeThem() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        execute(
                "CREATE TABLE s (a int) WITH (fillfactor = 70)",
                "CREATE TABLE t (a int)",
                "CREATE POLICY p ON t USING (a > 0)",
                "ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
                "CREATE TABLE u (a int)",
                "ALTER TABLE u ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY");
        SchemaDiff diff = to(
                "CREATE TABLE s (a int) WITH (fillfactor = 80)",
                "CREATE POLICY p ON s USING (a > 0)",
                "ALTER TABLE s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
                "CREATE TABLE t (a int)",
                "CREATE INDEX i ON t (a)",
                "CREATE TABLE u (a int)",
                "ALTER TABLE u ENABLE ROW LEVEL SECURITY");
        Plan plan = Plan.of(diff, online());
        assertThat(plan.groups())
                .extracting(group -> group.steps().stream()
                        .flatMap(step -> step.statements().stream())
                        .filter(sql -> sql.contains("SECURITY") || sql.contains("POLICY"))
                        .toList())
                .filteredOn(each -> !each.isEmpty())
                .containsExactly(
                        List.of(
                                "ALTER TABLE \"t\" DISABLE ROW LEVEL SECURITY",
                                "ALTER TABLE \"t\" NO FORCE ROW LEVEL SECURITY",
                                "ALTER TABLE \"u\" NO FORCE ROW LEVEL SECURITY",
                                "DROP POLICY \"p\" ON \"t\""),
                        List.of(
                                "CREATE POLICY \"p\" ON \"s\" AS PERMISSIVE FOR ALL TO PUBLIC USING (a > 0)",
                                "ALTER TABLE \"s\" ENABLE ROW LEVEL SECURITY",
                                "ALTER TABLE \"s\" FORCE ROW LEVEL SECURITY"));
        run(plan, diff);
        undo(plan, diff);
        Assessment risk = new RiskAssessor().assess(plan, diff, Facts.unknown());
        assertThat(risk.steps().get(0).level()).isEqualTo(Level.HIGH);
        assertThat(risk.steps().get(0).points()).anyMatch(point -> point.fact().contains("sees all its rows"));
    }

    @Test
    void rowSecurityOfATableThatGetsAnotherName() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        execute(
                "CREATE TABLE t (a int)",
                "CREATE POLICY p ON t USING (a > 0)",
                "ALTER TABLE t ENABLE ROW LEVEL SECURITY");
        SchemaDiff diff = SchemaDiff.of(read(), to("CREATE TABLE u (a int)").after(), RenameHints.NONE.table("t", "u"));
        Plan plan = plan(diff);
        run(plan, diff);
        undo(plan, diff);
    }

    @Test
    void aTableBeginsToBeLoggedAndAnotherIsNoLonger() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        execute("CREATE TABLE t (a int)", "CREATE UNLOGGED TABLE u (a int)", "INSERT INTO u VALUES (1)");
        SchemaDiff diff = to("CREATE UNLOGGED TABLE t (a int)", "CREATE TABLE u (a int)");
        Plan plan = plan(diff);
        assertThat(sql(plan)).containsExactly("ALTER TABLE \"t\" SET UNLOGGED", "ALTER TABLE \"u\" SET LOGGED");
        run(plan, diff);
        assertThat(query("SELECT a FROM u")).containsExactly("1");
        undo(plan, diff);
        Assessment risk = new RiskAssessor().assess(plan, diff, Facts.unknown());
        assertThat(risk.steps()).allMatch(step -> step.level().compareTo(Level.HIGH) >= 0);
    }

    @Test
    void storageCompressionAndStatisticsOfColumnsChangeAndComeBack() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        String compressed = version().atLeast(14) ? " COMPRESSION pglz" : "";
        execute(
                "CREATE TABLE t (a text, b text" + compressed + ", c varchar(9), d int, e numeric)",
                "ALTER TABLE t ALTER c SET STORAGE external, ALTER d SET STATISTICS 7, ALTER e SET STORAGE plain",
                "COMMENT ON COLUMN t.a IS 'kept'",
                "CREATE TABLE p (k int, v text) PARTITION BY LIST (k)",
                "CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1)");
        SchemaDiff diff = to(
                "CREATE TABLE t (a text, b text, c text, d bigint, e numeric, f text" + compressed + ")",
                "ALTER TABLE t ALTER a SET STATISTICS 500, ALTER a SET STORAGE main, ALTER c SET STORAGE external,"
                        + " ALTER d SET STATISTICS 7, ALTER f SET STORAGE external, ALTER f SET STATISTICS 9",
                "COMMENT ON COLUMN t.a IS 'kept'",
                "CREATE TABLE p (k int, v text) PARTITION BY LIST (k)",
                "CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1)",
                "ALTER TABLE ONLY p ALTER v SET STORAGE external",
                "ALTER TABLE p ALTER k SET STATISTICS 3");
        Plan plan = plan(diff);
        assertThat(sql(plan))
                .contains(
                        "ALTER TABLE ONLY \"t\" ALTER COLUMN \"a\" SET STORAGE main",
                        "ALTER TABLE ONLY \"t\" ALTER COLUMN \"a\" SET STATISTICS 500",
                        "ALTER TABLE ONLY \"t\" ALTER COLUMN \"c\" SET STORAGE external",
                        "ALTER TABLE ONLY \"t\" ALTER COLUMN \"e\" SET STORAGE main")
                .noneMatch(sql -> sql.contains("COMMENT"));
        run(plan, diff);
        undo(plan, diff);
    }

    @Test
    void tablesThatPointToEachOtherAndIndexesOfReplicasAreRefused() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        execute(
                "CREATE TABLE t (a int NOT NULL)",
                "CREATE UNIQUE INDEX i ON t (a)",
                "CREATE TABLE u (b int REFERENCES t (a))");
        SchemaDiff unlogged = to(
                "CREATE UNLOGGED TABLE t (a int NOT NULL)",
                "CREATE UNIQUE INDEX i ON t (a)",
                "CREATE UNLOGGED TABLE u (b int REFERENCES t (a))");
        assertThatThrownBy(() -> plan(unlogged))
                .hasMessageContaining("[DF-330]")
                .hasMessageContaining("which foreign keys tie to what changes so, too: u");
        SchemaDiff indexed = to(
                "CREATE TABLE t (a int NOT NULL)",
                "CREATE UNIQUE INDEX i ON t (a)",
                "ALTER TABLE t REPLICA IDENTITY USING INDEX i",
                "CREATE TABLE u (b int REFERENCES t (a))");
        assertThatThrownBy(() -> plan(indexed)).hasMessageContaining("[DF-330]");
    }
}
