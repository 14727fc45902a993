package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An online plan says how MySQL and MariaDB are to make its changes, and they can. */
class MySqlWaysTest extends PlannedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b int AS (a + 1) STORED",
                "b int AS (a + 1) VIRTUAL",
                "b int AS (a + 1) VIRTUAL, KEY (b)",
                "b int AS (a + 1) VIRTUAL, UNIQUE (b)",
                "b varchar(9), FULLTEXT KEY (b)",
                "b varchar(9), FULLTEXT KEY (b), l varchar(9), FULLTEXT KEY (l)"
            })
    void aTableWithWhatIsKeptBesidesIsChangedInWaysThatTheServerTakes(String kept) throws SQLException {
        Assumptions.assumeTrue(engine.family() == EngineFamily.MYSQL, "who says how");
        execute(
                table(kept, "c varchar(9) NOT NULL, d int, e int NOT NULL DEFAULT 3, f varchar(5), PRIMARY KEY (id)"),
                "INSERT INTO t (id, a, c, d, e, f) VALUES (1, 1, 'x', 2, 3, 'f')");
        SchemaDiff diff = to(table(
                kept, "c varchar(9), d int NOT NULL, f varchar(200), later_day date, PRIMARY KEY (id, d), KEY kf (f)"));
        Plan plan = Plan.of(diff, online());
        run(plan, diff);
        assertThat(query("SELECT concat(id, ' ', a, ' ', c, ' ', d, ' ', f) FROM t"))
                .containsExactly("1 1 x 2 f");
        undo(plan, diff);
    }

    private static String table(String kept, String columns) {
        return "CREATE TABLE t (id int NOT NULL, a int, " + kept + ", " + columns + ")";
    }
}
