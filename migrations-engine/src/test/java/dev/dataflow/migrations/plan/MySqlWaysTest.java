package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
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
                "b varchar(9), FULLTEXT KEY (b), l varchar(9), FULLTEXT KEY (l)",
                "b point NOT NULL DEFAULT (point(1, 2)), SPATIAL KEY (b)"
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

    @Test
    void anotherEngineCopies() throws SQLException {
        Assumptions.assumeTrue(engine.family() == EngineFamily.MYSQL, "who says how");
        execute(
                "CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(9)) ENGINE=MyISAM",
                "INSERT INTO t VALUES (1, 2, 'x')");
        SchemaDiff diff =
                to("CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b varchar(20), c int DEFAULT 4, KEY (a))"
                        + " ENGINE=MyISAM COMMENT = 'other'");
        Plan plan = Plan.of(diff, online());
        run(plan, diff);
        assertThat(query("SELECT concat(id, ' ', a, ' ', b, ' ', c) FROM t")).containsExactly("1 2 x 4");
        undo(plan, diff);
    }

    @Test
    void virtualColumnsOfPartitionedTables() throws SQLException {
        Assumptions.assumeTrue(engine.family() == EngineFamily.MYSQL, "who says how");
        String parts =
                ") PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (5), PARTITION p1 VALUES LESS THAN MAXVALUE)";
        execute("CREATE TABLE t (id int PRIMARY KEY, a int" + parts, "INSERT INTO t VALUES (1, 2)");
        SchemaDiff diff = to("CREATE TABLE t (id int PRIMARY KEY, a int, v int AS (a + 1) VIRTUAL" + parts);
        Plan plan = Plan.of(diff, online());
        run(plan, diff);
        assertThat(query("SELECT v FROM t")).containsExactly("3");
        undo(plan, diff);
    }

    @Test
    void indexesThatAreMadeOneAtATime() throws SQLException {
        Assumptions.assumeTrue(engine.family() == EngineFamily.MYSQL, "who says how");
        execute(
                "CREATE TABLE t (id int PRIMARY KEY, a varchar(9), b varchar(9), c int)",
                "INSERT INTO t VALUES (1, 'x', 'y', 2)");
        String expressions = engine == DatabaseEngine.MYSQL
                ? ", KEY k1 ((lower(a))), UNIQUE KEY k2 ((c + 1)), KEY k3 ((upper(a)), c)"
                : "";
        SchemaDiff diff =
                to("CREATE TABLE t (id int PRIMARY KEY, a varchar(9), b varchar(9), c int NOT NULL, KEY kc (c),"
                        + " FULLTEXT KEY fa (a), FULLTEXT KEY fb (b)" + expressions + ")");
        Plan plan = Plan.of(diff, online());
        run(plan, diff);
        undo(plan, diff);
    }

    @Test
    void tablesOfMariaDbThatKeepTheirHistory() throws SQLException {
        Assumptions.assumeTrue(engine == DatabaseEngine.MARIADB, "it alone has such tables");
        execute(
                "CREATE TABLE t (id int PRIMARY KEY, a int) WITH SYSTEM VERSIONING",
                "INSERT INTO t VALUES (1, 2)",
                "UPDATE t SET a = 3");
        SchemaDiff diff = to("CREATE TABLE t (id int PRIMARY KEY, a bigint, b int) WITH SYSTEM VERSIONING");
        run(plan(diff), diff);
        assertThat(query("SELECT a FROM t FOR SYSTEM_TIME ALL ORDER BY a")).containsExactly("2", "3");
    }

    @Test
    void sequencesOfMariaDbAreThoseOfTheTablesOwnDatabase() throws SQLException {
        Assumptions.assumeTrue(engine == DatabaseEngine.MARIADB, "it alone names them with their database");
        String sequence = "CREATE SEQUENCE s START WITH 5";
        execute(sequence, "CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval(s))");
        SchemaDiff same = to(sequence, "CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval(s))");
        assertThat(same.changes()).isEmpty();
        SchemaDiff diff = to(sequence, "CREATE TABLE t (id bigint PRIMARY KEY DEFAULT nextval(s))");
        run(plan(diff), diff);
        execute("INSERT INTO t VALUES ()");
        assertThat(query("SELECT id FROM t")).containsExactly("5");
    }

    private static String table(String kept, String columns) {
        return "CREATE TABLE t (id int NOT NULL, a int, " + kept + ", " + columns + ")";
    }
}
