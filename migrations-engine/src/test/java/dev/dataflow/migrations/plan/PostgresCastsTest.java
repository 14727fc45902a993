package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Types that become others, and functions that stand on new tables. */
class PostgresCastsTest extends PlannedTest {

    private static final List<String> TYPES = List.of(
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "real",
            "double precision",
            "text",
            "varchar",
            "character(3)",
            "boolean",
            "date",
            "time",
            "time with time zone",
            "timestamp",
            "timestamp with time zone",
            "interval",
            "uuid",
            "json",
            "jsonb",
            "xml",
            "bytea",
            "bit(3)",
            "varbit",
            "money",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "oid",
            "name",
            "tsvector",
            "tsquery");

    private static final List<String> ARRAYS =
            List.of("smallint", "integer", "numeric", "boolean", "text", "timestamp", "money");

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

    /** Each of PostgreSQL's types to each other one: what is planned is what the server takes, and nothing else is refused. */
    @Test
    void conversionsAreThoseThatTheServerHas() throws SQLException {
        List<ColumnType> types = new ArrayList<>();
        TYPES.forEach(name -> types.add(ColumnType.of(engine, name)));
        ARRAYS.forEach(name -> types.add(ColumnType.of(engine, name + "[]")));
        execute("CREATE FUNCTION fails(query text) RETURNS boolean LANGUAGE plpgsql AS"
                + " 'BEGIN EXECUTE query; RETURN false; EXCEPTION WHEN cannot_coerce THEN RETURN true; END'");
        Set<String> planned = new TreeSet<>();
        StringJoiner tried = new StringJoiner(", ");
        for (ColumnType from : types) {
            for (ColumnType to : types) {
                String pair = from + " to " + to;
                if (PostgresConversions.exists(from, to, version())) {
                    planned.add(pair);
                }
                String alter = alter(from, to);
                int using = alter.indexOf(" USING ");
                String value = using < 0 ? "\"c\"::" + to.sql() : alter.substring(using + 7);
                String query = "SELECT " + value + " FROM (SELECT NULL::" + from.sql() + " AS c) t";
                tried.add("(" + PostgresColumns.literal(pair) + ", " + PostgresColumns.literal(query) + ")");
            }
        }
        List<String> taken = query("SELECT pair FROM (VALUES " + tried + ") t (pair, query) WHERE NOT fails(query)");
        assertThat(planned).containsExactlyInAnyOrderElementsOf(taken);
    }

    private static String alter(ColumnType from, ColumnType to) {
        Column before = Column.of("c", from);
        List<String> statements = new PostgresColumns(alter -> false)
                .alter(List.of(new ColumnChange.Alter("t", ColumnAspect.TYPE, before, before.withType(to))));
        return statements.get(statements.size() - 1);
    }

    @Test
    void whatTheServerDoesNotConvertIsRefused() throws SQLException {
        execute("CREATE TABLE t (a bigint, b jsonb)");
        SchemaDiff wrong = to("CREATE TABLE t (a timestamp, b jsonb)");
        assertThatThrownBy(() -> plan(wrong))
                .hasMessageStartingWith("[DF-330] ")
                .hasMessageContaining("t.a: alter type, bigint to timestamp without time zone");
        execute("INSERT INTO t (b) VALUES ('7')");
        SchemaDiff diff = to("CREATE TABLE t (a bigint, b integer)");
        Plan plan = plan(diff);
        assertThat(plan.steps().get(0).inverse())
                .isEqualTo(new Inverse(List.of(), "no statement takes it back: PostgreSQL makes no jsonb of integer"));
        run(plan, diff);
        assertThat(query("SELECT b FROM t")).containsExactly("7");
    }

    @Test
    void whatKeepsEachValueLosesNothing() throws SQLException {
        execute(
                "CREATE TABLE t (a cidr, b interval(2), c varbit(5), d int[], e varchar(5)[], f text[], g interval, h bigint[])");
        SchemaDiff diff = to(
                "CREATE TABLE t (a inet, b interval, c varbit, d bigint[], e varchar(9)[], f varchar(5)[], g interval(2), h int[])");
        List<String> losses = plan(diff).steps().stream()
                .flatMap(step -> step.losses().stream())
                .toList();
        assertThat(losses)
                .satisfiesExactlyInAnyOrder(
                        each -> assertThat(each).contains("t.f"),
                        each -> assertThat(each).contains("t.g"));
    }

    @Test
    void aSequenceGivesLargerNumbers() throws SQLException {
        execute("CREATE TABLE t (id serial PRIMARY KEY)", "INSERT INTO t SELECT FROM generate_series(1, 3)");
        SchemaDiff diff = to("CREATE TABLE t (id bigserial PRIMARY KEY)");
        Plan plan = plan(diff);
        run(plan, diff);
        execute("SELECT setval('t_id_seq', 3000000000)", "INSERT INTO t DEFAULT VALUES");
        assertThat(query("SELECT max(id) FROM t")).containsExactly("3000000001");
        execute("DELETE FROM t WHERE id > 9", "SELECT setval('t_id_seq', 4)");
        undo(plan, diff);
        execute("INSERT INTO t DEFAULT VALUES");
        assertThat(query("SELECT max(id) FROM t")).containsExactly("5");
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
