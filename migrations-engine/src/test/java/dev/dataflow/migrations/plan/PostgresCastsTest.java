package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Types that become others, and functions that stand on new tables. */
class PostgresCastsTest extends PlannedTest {

    @BeforeEach
    void onPostgres() {
        Assumptions.assumeTrue(engine == DatabaseEngine.POSTGRESQL, "others convert by themselves");
    }

    @Test
    void anEnumTypeBecomesAnotherOne() throws SQLException {
        execute(
                "CREATE TYPE e1 AS ENUM ('a', 'b')",
                "CREATE TABLE t (id int PRIMARY KEY, s e1 NOT NULL DEFAULT 'a', l e1[])",
                "CREATE INDEX pi ON t (id) WHERE s = 'a'",
                "INSERT INTO t VALUES (1, 'a', '{a,b}'), (2, 'b', NULL)");
        SchemaDiff diff = to(
                "CREATE TYPE e2 AS ENUM ('a', 'b', 'c')",
                "CREATE TABLE t (id int PRIMARY KEY, s e2 NOT NULL DEFAULT 'c', l e2[])",
                "CREATE INDEX pi ON t (id) WHERE s = 'a'");
        Plan plan = plan(diff);
        run(plan, diff);
        assertThat(query("SELECT concat(id, s, l) FROM t ORDER BY id")).containsExactly("1a{a,b}", "2b");
        undo(plan, diff);
        assertThat(query("SELECT concat(id, s, l) FROM t ORDER BY id")).containsExactly("1a{a,b}", "2b");
    }

    @Test
    void spacesAtTheEndAreDeclaredLostAndAreLost() throws SQLException {
        execute("CREATE TABLE t (h varchar(20), k varchar(5))", "INSERT INTO t VALUES ('abc       ', 'ab   ')");
        SchemaDiff diff = to("CREATE TABLE t (h varchar(5), k varchar(9))");
        Plan plan = plan(diff);
        assertThat(plan.steps().stream().flatMap(step -> step.losses().stream()))
                .containsExactly(
                        "spaces at the end of the values of t.h, if those are longer than character varying(5)");
        run(plan, diff);
        assertThat(query("SELECT concat(length(h), ' ', length(k)) FROM t")).containsExactly("5 5");
    }

    @Test
    void numbersBecomeTruthsAndBack() throws SQLException {
        execute(
                "CREATE TABLE t (a smallint, b bigint, c numeric, d integer)",
                "INSERT INTO t VALUES (1, 0, 0.5, 7), (NULL, 3000000000, 0, 0)");
        SchemaDiff diff = to("CREATE TABLE t (a boolean, b boolean, c boolean, d boolean)");
        Plan plan = plan(diff);
        run(plan, diff);
        assertThat(query("SELECT concat_ws(' ', a, b, c, d) FROM t")).containsExactly("t f t t", "t f f");
        undo(plan, diff);
        assertThat(query("SELECT concat_ws(' ', a, b, c, d) FROM t")).containsExactly("1 0 1 1", "1 0 0");
    }

    @Test
    void aFunctionThatGivesRowsComesAfterTheirTableAndView() throws SQLException {
        execute("CREATE TABLE t (id int PRIMARY KEY)");
        SchemaDiff diff = to(
                "CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT 1)",
                "CREATE TABLE nt (id int PRIMARY KEY)",
                "CREATE FUNCTION g() RETURNS SETOF nt LANGUAGE sql STABLE AS 'SELECT * FROM nt'",
                "CREATE FUNCTION k(x int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT x > 0'",
                "CREATE VIEW v AS SELECT n FROM t",
                "CREATE FUNCTION w() RETURNS SETOF v LANGUAGE sql STABLE AS 'SELECT * FROM v'",
                "ALTER TABLE t ADD CHECK (k(n))");
        Plan plan = plan(diff);
        run(plan, diff);
        undo(plan, diff);
    }
}
