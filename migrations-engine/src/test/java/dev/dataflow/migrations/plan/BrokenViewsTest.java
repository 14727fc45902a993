package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQLite: what views that name what is not there are in the way of. */
class BrokenViewsTest {

    private static final SchemaReader READER = new SchemaReader(DatabaseEngine.SQLITE);
    private static final String BEFORE = "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b INT)";
    private static final String BROKEN = "CREATE VIEW broken AS SELECT nope FROM Missing";
    private static final String RENAMED = "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, bb INT)";
    private static final String DROPPED = "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT)";
    private static final String MESSAGE =
            "SQLite refuses it while there is the view broken, which names Missing, which is not there";
    private static final String RETYPED = "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INT)";

    @ParameterizedTest
    @ValueSource(strings = {RENAMED, DROPPED, RETYPED})
    void columnsNeitherGoNorGetOtherNamesAndNoTableIsMadeAnew(String after) throws SQLException {
        assertThat(failures(after, List.of(BROKEN), List.of(BROKEN))).containsExactly(MESSAGE);
    }

    @Test
    void aViewIsInTheWayUntilItGoes() throws SQLException {
        assertThat(failures(RENAMED, List.of(BROKEN), List.of()))
                .as("columns get their names first")
                .containsExactly(MESSAGE);
        assertThat(failures(DROPPED, List.of(BROKEN), List.of())).isEmpty();
    }

    @Test
    void whatIsThereIsInNobodysWay() throws SQLException {
        List<String> whole = List.of(
                "CREATE VIRTUAL TABLE found USING fts5(text)",
                "CREATE VIEW v1 (x) AS WITH n AS (SELECT a FROM T) SELECT n.a FROM n, main.t, \"t\" AS u",
                "CREATE VIEW v2 AS SELECT name FROM sqlite_master, pragma_table_list JOIN V1 ON 1, found_content",
                "CREATE VIEW v3 AS SELECT value, a IS NOT DISTINCT FROM value FROM t, json_each('[1]') ORDER BY a, id");
        assertThat(failures(RENAMED, whole, whole)).isEmpty();
    }

    @Test
    void theyAreWhereTheyGoAndComeWithTheTable() throws SQLException {
        List<String> own = List.of("CREATE VIEW own AS SELECT a FROM t, missing");
        assertThat(failures(RETYPED, own, own)).isEmpty();
    }

    /** What the plan is said to fail on; it fails then, and runs otherwise. */
    private static List<String> failures(String after, List<String> there, List<String> stays) throws SQLException {
        try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
                TestDatabase other = TestDatabases.create(Engine.SQLITE);
                Connection connection = database.connect();
                Connection wanted = other.connect()) {
            execute(connection, BEFORE, there);
            execute(wanted, after, stays);
            RenameHints hints = after.equals(RENAMED) ? RenameHints.NONE.column("t", "b", "bb") : RenameHints.NONE;
            SchemaDiff diff = SchemaDiff.of(READER.read(connection), READER.read(wanted), hints);
            Plan plan = Plan.of(diff);
            List<String> failures =
                    new RiskAssessor().assess(plan, diff, Facts.unknown()).failures();
            if (failures.isEmpty()) {
                new PlanRun(connection).run(plan);
                assertThat(SchemaDiff.of(READER.read(connection), READER.read(wanted))
                                .isEmpty())
                        .isTrue();
            } else {
                assertThatThrownBy(() -> new PlanRun(connection).run(plan)).hasMessageContaining("error in view");
            }
            return failures;
        }
    }

    private static void execute(Connection connection, String table, List<String> others) throws SQLException {
        List<String> all = new ArrayList<>(List.of(table));
        all.addAll(others);
        try (Statement statement = connection.createStatement()) {
            for (String sql : all) {
                statement.execute(sql);
            }
        }
    }
}
