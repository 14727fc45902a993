package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.ServerVersion;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Columns that are computed no longer keep what was computed, or the plan says that they do not. */
class ComputedColumnsTest extends PlannedTest {

    private static final String INDEX = "CREATE INDEX ib ON t (b)";
    private static final String VALUES = "SELECT concat(id, ' ', a, ' ', b) FROM t ORDER BY id";

    /** Whether the server can keep what it computed. */
    private boolean keeps() {
        return engine != DatabaseEngine.POSTGRESQL || version().atLeast(13);
    }

    private void table(String kind) throws SQLException {
        execute(
                "CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int, b int GENERATED ALWAYS AS (a * 2) " + kind + ")",
                INDEX,
                "INSERT INTO t (id, a) VALUES (1, 1), (2, 2)");
    }

    @Test
    void aStoredColumnKeepsItsValues() throws SQLException {
        Assumptions.assumeTrue(keeps(), "DROP EXPRESSION is of version 13");
        table("STORED");
        SchemaDiff diff = to("CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int, b int NOT NULL DEFAULT 0)", INDEX);
        for (Plan plan : List.of(plan(diff), Plan.of(diff, online()))) {
            assertThat(plan.steps()).allMatch(step -> step.losses().isEmpty());
            run(plan, diff);
            assertThat(query(VALUES)).containsExactly("1 1 2", "2 2 4");
            assertThat(plan.steps()).allMatch(step -> step.inverse().missing() == null);
            undo(plan, diff);
            assertThat(query(VALUES)).containsExactly("1 1 2", "2 2 4");
        }
    }

    @Test
    void itKeepsThemWhenWhatItIsComputedOfBecomesAnother() throws SQLException {
        Assumptions.assumeTrue(keeps(), "DROP EXPRESSION is of version 13");
        table("STORED");
        SchemaDiff diff = to("CREATE TABLE t (id int NOT NULL PRIMARY KEY, a bigint, b bigint)", INDEX);
        Plan plan = plan(diff);
        run(plan, diff);
        assertThat(query(VALUES)).containsExactly("1 1 2", "2 2 4");
        assertThat(plan.steps().stream().flatMap(step -> step.losses().stream()))
                .noneMatch(loss -> loss.contains("t.b"));
    }

    @Test
    void onPostgresOthersMayKeepItFromBeingComputedAgain() throws SQLException {
        Assumptions.assumeTrue(engine == DatabaseEngine.POSTGRESQL, "others compute it again in place");
        Assumptions.assumeTrue(keeps(), "DROP EXPRESSION is of version 13");
        table("STORED");
        execute("CREATE VIEW v AS SELECT b FROM t");
        SchemaDiff diff = to(
                "CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int, b int)",
                INDEX,
                "CREATE VIEW v AS SELECT b FROM t");
        Plan plan = plan(diff);
        run(plan, diff);
        assertThat(query(VALUES)).containsExactly("1 1 2", "2 2 4");
        assertThat(plan.steps().get(0).inverse().missing()).contains("others stand on t.b");
        assertThatThrownBy(() -> Plan.of(diff, PlanOptions.plain(ServerVersion.of("12"))))
                .hasMessageStartingWith("[DF-330] ")
                .hasMessageContaining("t.b: keep values that were computed");
    }

    @Test
    void aServerThatCannotKeepThemIsNotAskedTo() throws SQLException {
        Assumptions.assumeFalse(keeps(), "the server can");
        table("STORED");
        SchemaDiff diff = to("CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int, b int)", INDEX);
        for (PlanOptions options : List.of(PlanOptions.plain(version()), online())) {
            assertThatThrownBy(() -> Plan.of(diff, options))
                    .hasMessageStartingWith("[DF-330] ")
                    .hasMessageContaining("t.b: keep values that were computed");
        }
    }

    @Test
    void whatIsComputedWhenItIsReadIsDeclaredLost() throws SQLException {
        Assumptions.assumeTrue(engine.family() != EngineFamily.POSTGRESQL, "from 18 on");
        table("VIRTUAL");
        SchemaDiff diff = to("CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int, b int)", INDEX);
        Plan plan = plan(diff);
        Stream<String> losses = plan.steps().stream().flatMap(step -> step.losses().stream());
        run(plan, diff);
        if (engine == DatabaseEngine.SQLITE) {
            assertThat(losses).isEmpty();
            assertThat(query("SELECT b FROM t ORDER BY id")).containsExactly("2", "4");
        } else {
            assertThat(losses).containsExactly("the values of t.b");
        }
    }
}
