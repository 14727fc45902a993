package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.risk.StepRisk;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL knows to depend on something makes way and comes back, or the plan is refused before it runs. */
class PostgresDependentsTest extends PlannedTest {

    @BeforeEach
    void onPostgres() {
        Assumptions.assumeTrue(engine == DatabaseEngine.POSTGRESQL, "others keep bodies as texts");
    }

    @Test
    void functionsWhoseBodyIsReadMakeWayForAColumnWithWhatCallsThem() throws SQLException {
        Assumptions.assumeTrue(version().atLeast(14), "bodies that are no texts are of version 14");
        List<String> rest = List.of(
                "CREATE FUNCTION b() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT count(a) FROM t; END",
                "CREATE FUNCTION a() RETURNS bigint LANGUAGE sql STABLE RETURN b() + 1",
                "COMMENT ON FUNCTION a() IS 'one more'",
                "CREATE FUNCTION other() RETURNS bigint LANGUAGE sql STABLE RETURN (SELECT count(c) FROM t)",
                "CREATE VIEW v AS SELECT a() AS n",
                "CREATE FUNCTION w(r v) RETURNS bigint LANGUAGE sql STABLE AS 'SELECT r.n'",
                "CREATE MATERIALIZED VIEW m AS SELECT w(v.*) AS n FROM v",
                "CREATE FUNCTION rows_of() RETURNS SETOF m LANGUAGE sql STABLE AS 'SELECT * FROM m'",
                "CREATE TABLE q (id int PRIMARY KEY)",
                "CREATE POLICY few ON q USING (id < a())",
                "CREATE POLICY known ON q USING (EXISTS (SELECT 1 FROM t WHERE t.a = q.id::text))",
                "CREATE POLICY seen ON q USING (EXISTS (SELECT 1 FROM v WHERE v.n = q.id))",
                "CREATE RULE kept AS ON INSERT TO q DO ALSO INSERT INTO t (a) VALUES (new.id::text)");
        Plan plan = there("CREATE TABLE t (a varchar(10), c int)", "CREATE TABLE t (a text, c int)", rest);
        assertThat(sql(plan))
                .containsSubsequence(
                        "DROP POLICY \"few\" ON \"q\"",
                        "DROP MATERIALIZED VIEW \"m\"",
                        "DROP VIEW \"v\"",
                        "DROP FUNCTION \"a\"()",
                        "DROP FUNCTION \"b\"()",
                        "ALTER TABLE \"t\" ALTER COLUMN \"a\" TYPE text COLLATE \"default\"")
                .noneMatch(sql -> sql.contains("other()"));
    }

    @Test
    void aFunctionThatIsReadAndReadsOtherwiseGoesBeforeTheColumnAndComesAfterIt() throws SQLException {
        Assumptions.assumeTrue(version().atLeast(14), "bodies that are no texts are of version 14");
        execute(
                "CREATE TABLE t (a varchar(10), b int, c int)",
                "CREATE FUNCTION f() RETURNS text LANGUAGE sql RETURN (SELECT max(a) FROM t)",
                "CREATE FUNCTION g() RETURNS bigint LANGUAGE sql RETURN (SELECT sum(b) FROM t)",
                "CREATE FUNCTION gone() RETURNS bigint LANGUAGE sql RETURN (SELECT sum(c) FROM t)",
                "CREATE FUNCTION first_gone() RETURNS bigint LANGUAGE sql RETURN gone()",
                "CREATE FUNCTION named(x int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE VIEW v AS SELECT named(1)");
        SchemaDiff diff = to(
                "CREATE TABLE t (a text, b int, d text)",
                "CREATE FUNCTION f() RETURNS text LANGUAGE sql RETURN (SELECT min(a) FROM t)",
                "CREATE FUNCTION g() RETURNS bigint LANGUAGE sql RETURN (SELECT count(b) FROM t)",
                "CREATE FUNCTION fresh() RETURNS text LANGUAGE sql RETURN (SELECT max(d) FROM t)",
                "CREATE FUNCTION before_fresh() RETURNS text LANGUAGE sql RETURN fresh()",
                "CREATE FUNCTION named(y int) RETURNS int LANGUAGE sql AS 'SELECT 2'",
                "CREATE VIEW v AS SELECT named(1)");
        Plan plan = plan(diff);
        run(plan, diff);
        undo(plan, diff);
        Plan online = Plan.of(diff, online());
        run(online, diff);
        undo(online, diff);
    }

    @Test
    void whatHoldsRowsCannotMakeWay() throws SQLException {
        execute(
                "CREATE TABLE t (a varchar(10))",
                "CREATE TYPE pair AS (one t, two int)",
                "CREATE TABLE u (x t)",
                "CREATE TABLE \"Other\" (\"Xs\" t[], p pair)");
        for (String target : List.of(
                "a text", "a varchar(10), b int DEFAULT 1", "a varchar(10), id int GENERATED ALWAYS AS IDENTITY")) {
            SchemaDiff diff = to(
                    "CREATE TABLE t (" + target + ")",
                    "CREATE TYPE pair AS (one t, two int)",
                    "CREATE TABLE u (x t)",
                    "CREATE TABLE \"Other\" (\"Xs\" t[], p pair)");
            assertThatThrownBy(() -> plan(diff))
                    .hasMessageStartingWith("[DF-330] ")
                    .hasMessageContaining(", whose rows are the type of Other.Xs, Other.p, u.x");
        }
        SchemaDiff harmless = to(
                "CREATE TABLE t (a varchar(10), b int)",
                "CREATE TYPE pair AS (one t, two int)",
                "CREATE TABLE u (x t)",
                "CREATE TABLE \"Other\" (\"Xs\" t[], p pair)");
        run(plan(harmless), harmless);
    }

    @Test
    void aFunctionThatStandsUnderValuesCannotMakeWay() throws SQLException {
        Assumptions.assumeTrue(version().atLeast(14), "bodies that are no texts are of version 14");
        List<String> rest = List.of(
                "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql STABLE RETURN (SELECT count(a) FROM t)",
                "CREATE TABLE u (n bigint DEFAULT f())");
        List<String> before = new ArrayList<>(List.of("CREATE TABLE t (a varchar(10))"));
        before.addAll(rest);
        execute(before.toArray(String[]::new));
        List<String> after = new ArrayList<>(List.of("CREATE TABLE t (a text)"));
        after.addAll(rest);
        SchemaDiff diff = to(after.toArray(String[]::new));
        assertThatThrownBy(() -> plan(diff))
                .hasMessageStartingWith("[DF-330] ")
                .hasMessageContaining(
                        "drop routine f() FUNCTION, which has to make way, and which is called by table u");
    }

    @Test
    void aggregatesAndTypesGoInAnOrderThatRuns() throws SQLException {
        execute(
                "CREATE TYPE mood AS ENUM ('good')",
                "CREATE FUNCTION say(m mood) RETURNS text LANGUAGE sql AS 'SELECT m::text'",
                "CREATE FUNCTION more(n bigint) RETURNS bigint LANGUAGE sql AS 'SELECT n + 1'",
                "CREATE AGGREGATE rows_there(*) (SFUNC = more, STYPE = bigint, INITCOND = '0')");
        SchemaDiff diff = to("CREATE TABLE t (id int)");
        Plan plan = plan(diff);
        run(plan, diff);
        undo(plan, diff);
    }

    @Test
    void whatStaysInTheWayIsSaidToFail() throws SQLException {
        execute("CREATE TABLE p (a int, b int) PARTITION BY RANGE (a)");
        SchemaDiff diff = to("CREATE TABLE p (a bigint, b bigint) PARTITION BY RANGE (a)");
        Plan plan = plan(diff);
        assertThat(new RiskAssessor().assess(plan, diff, Facts.unknown()).steps())
                .extracting(StepRisk::failures)
                .containsExactly(
                        List.of("partition key RANGE (a) of p: refused (42P16), and the plan leaves it there"),
                        List.of());
        assertThatThrownBy(() -> run(plan, diff)).hasMessageContaining("part of the partition key");
    }

    /** Runs and takes back the plan from one table to the other beside which the same stands, plain and online. */
    private Plan there(String from, String to, List<String> rest) throws SQLException {
        List<String> before = new ArrayList<>(List.of(from));
        before.addAll(rest);
        execute(before.toArray(String[]::new));
        List<String> after = new ArrayList<>(List.of(to));
        after.addAll(rest);
        SchemaDiff diff = to(after.toArray(String[]::new));
        Plan online = Plan.of(diff, online());
        run(online, diff);
        undo(online, diff);
        Plan plan = plan(diff);
        assertThat(new RiskAssessor().assess(plan, diff, Facts.unknown()).steps())
                .allMatch(step -> step.failures().isEmpty());
        run(plan, diff);
        undo(plan, diff);
        return plan;
    }
}
