package dev.dataflow.migrations.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.plan.StepGroup;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.reader.ServerVersions;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.schema.ColumnName;
import dev.dataflow.migrations.schema.Schema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows on which a plan fails, between two schemas that are said in SQL. */
class FailingRowsTest extends SchemaTest {

    private static final Budget BUDGET = new Budget(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ZERO);

    private Schema target;
    private Level level;
    private Map<ColumnName, String> values = Map.of();

    @Test
    void duplicatesOfExpressionsAreCounted() throws SQLException {
        if (engine == DatabaseEngine.MARIADB) {
            return; // it has no indexes over expressions
        }
        String part = engine == DatabaseEngine.MYSQL ? "(lower(e))" : "lower(e)";
        String where = engine == DatabaseEngine.MYSQL ? "" : " WHERE id > 0";
        target("CREATE TABLE t (id INT, e VARCHAR(20))", "CREATE UNIQUE INDEX u ON t (" + part + ")" + where);
        assertThat(counted(
                        "CREATE TABLE t (id INT, e VARCHAR(20))",
                        "INSERT INTO t VALUES (1, 'A'), (2, 'a'), (3, NULL), (4, NULL), (5, 'b')"
                                + (where.isEmpty() ? "" : ", (0, 'b'), (-1, 'b')")))
                .singleElement()
                .asString()
                .startsWith("1 duplicate in t (lower(");
    }

    /** Where a column comes without values, no key over it can fail. */
    @Test
    void nullsOfNewColumnsAreNoDuplicates() throws SQLException {
        target("CREATE TABLE t (id INT, n INT, m INT DEFAULT 4, CONSTRAINT un UNIQUE (n), CONSTRAINT um UNIQUE (m))");
        assertThat(counted("CREATE TABLE t (id INT)", "INSERT INTO t VALUES (1), (2)"))
                .containsExactly("unknown: duplicates in t (m)");
        assertThat(level).isGreaterThanOrEqualTo(Level.MEDIUM);
    }

    @Test
    void aCheckLooksAtNullsOfNewColumns() throws SQLException {
        target(
                "CREATE TABLE t (id INT, n INT, CONSTRAINT c CHECK (n BETWEEN 1 AND 5), CONSTRAINT d CHECK (n IS NOT NULL))");
        assertThat(counted("CREATE TABLE t (id INT)", "INSERT INTO t VALUES (1), (2)"))
                .containsExactlyInAnyOrder("0 rows of t that violate c", "2 rows of t that violate d");
    }

    @Test
    void whatIsNoJsonIsCountedBeforeAColumnOfMariaDbBecomesJson() throws SQLException {
        if (engine != DatabaseEngine.MARIADB) {
            return; // it alone keeps a check with the column
        }
        target("CREATE TABLE t (id INT, n JSON, m JSON, c INT CHECK (c > 0))");
        assertThat(counted(
                        "CREATE TABLE t (id INT, n TEXT, c INT)", "INSERT INTO t VALUES (1, '[1]', 1), (2, 'no', 0)"))
                .containsExactlyInAnyOrder("1 row of t that violates n", "1 row of t that violates c");
        assertThat(level).isEqualTo(Level.HIGH);
    }

    @Test
    void jsonThatComesToMariaDbCannotFail() throws SQLException {
        if (engine != DatabaseEngine.MARIADB) {
            return; // it alone keeps a check with the column
        }
        target("CREATE TABLE t (id INT, n JSON, m JSON DEFAULT '{}')");
        assertThat(counted("CREATE TABLE t (id INT)", "INSERT INTO t VALUES (1)"))
                .isEmpty();
        assertThat(level).isEqualTo(Level.LOW);
    }

    /** Values are others by then. */
    @Test
    void aCheckOverAColumnWhoseTypeChangesIsUnknown() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            return; // types do not change values
        }
        target("CREATE TABLE t (n INT, CONSTRAINT c CHECK (n = 1))");
        assertThat(counted("CREATE TABLE t (n DECIMAL(5,2))", "INSERT INTO t VALUES (0.9)"))
                .contains("unknown: rows of t that violate c");
        assertThat(isRefused()).isFalse();
    }

    @Test
    void nullsThatAreAlikeAreDuplicates() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL
                || ServerVersions.read(connection, engine).major() < 15) {
            return;
        }
        target("CREATE TABLE t (n int, CONSTRAINT k UNIQUE NULLS NOT DISTINCT (n))");
        assertThat(counted("CREATE TABLE t (n int)", "INSERT INTO t VALUES (NULL), (NULL)"))
                .containsExactly("1 duplicate in t (n)");
    }

    @Test
    void exclusionsAreUnknownAndNotLow() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        target("CREATE TABLE t (r int4range, CONSTRAINT apart EXCLUDE USING gist (r WITH &&))");
        assertThat(counted("CREATE TABLE t (r int4range)", "INSERT INTO t VALUES ('[1,5]'), ('[2,3]')"))
                .containsExactly("unknown: rows of t that exclude each other by apart");
        assertThat(level).isGreaterThanOrEqualTo(Level.MEDIUM);
        assertThat(counted("CREATE TABLE t (r int4range)")).hasSize(1);
        assertThat(level).isEqualTo(Level.LOW);
    }

    @Test
    void valuesThatADomainTakesNoLongerAreCounted() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        target(
                "CREATE DOMAIN d AS int NOT NULL CONSTRAINT c CHECK (VALUE > 0) CONSTRAINT k CHECK (VALUE < 9)",
                "CREATE DOMAIN above AS d",
                "CREATE TABLE t (\"A\" d, b int)",
                "CREATE TABLE u (a above)");
        assertThat(counted(
                        "CREATE DOMAIN d AS int CONSTRAINT k CHECK (VALUE < 9)",
                        "CREATE DOMAIN above AS d",
                        "CREATE TABLE t (\"A\" d, b int)",
                        "CREATE TABLE u (a above)",
                        "INSERT INTO t VALUES (NULL, 1), (-1, 1), (-2, 1), (3, NULL)",
                        "INSERT INTO u VALUES (1), (-1)"))
                .containsExactlyInAnyOrder(
                        "1 value of t.A that does not fit d",
                        "2 values of t.A that do not fit d",
                        "0 values of u.a that do not fit d",
                        "1 value of u.a that does not fit d");
        assertThat(isRefused()).isTrue();
        assertThat(level).isGreaterThanOrEqualTo(Level.HIGH);
        assertThat(counted(
                        "CREATE DOMAIN d AS int CONSTRAINT k CHECK (VALUE < 9)",
                        "CREATE DOMAIN above AS d",
                        "CREATE TABLE t (\"A\" d, b int)",
                        "CREATE TABLE u (a above)",
                        "INSERT INTO t VALUES (1, NULL)"))
                .hasSize(4)
                .allMatch(line -> line.startsWith("0 "));
        assertThat(isRefused()).isFalse();
    }

    @Test
    void rowsOfTheDefaultPartitionMayBelongToANewOne() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        String by = "CREATE TABLE t (id int, k text, n int) PARTITION BY ";
        String rest = "CREATE TABLE rest PARTITION OF t DEFAULT";
        String rows = "INSERT INTO t VALUES (1, 'a''b', 5), (9, 'NULL', 5), (NULL, NULL, NULL)";
        String[] named = {"LIST (k)", "FOR VALUES IN ('x', 'a''b', NULL)", "FOR VALUES IN ('NULL')"};
        target(
                by + named[0],
                rest,
                "CREATE TABLE p PARTITION OF t " + named[1],
                "CREATE TABLE q PARTITION OF t " + named[2]);
        assertThat(counted(by + named[0], rest, rows))
                .containsExactlyInAnyOrder(
                        "2 rows of the default partition rest that belong to p",
                        "1 row of the default partition rest that belongs to q");
        target(
                by + "RANGE (n)",
                rest,
                "CREATE TABLE p PARTITION OF t FOR VALUES FROM (MINVALUE) TO (5)",
                "CREATE TABLE q PARTITION OF t FOR VALUES FROM (5) TO (7)");
        assertThat(counted(by + "RANGE (n)", rest, rows))
                .containsExactlyInAnyOrder(
                        "0 rows of the default partition rest that belong to p",
                        "2 rows of the default partition rest that belong to q");
        target(by + "RANGE (n, id)", rest, "CREATE TABLE p PARTITION OF t FOR VALUES FROM (1, 1) TO (5, 1)");
        assertThat(counted(by + "RANGE (n, id)", rest, rows))
                .containsExactly("unknown: rows of the default partition rest that belong to p");
        assertThat(level).isGreaterThanOrEqualTo(Level.MEDIUM);
    }

    @Test
    void rowsFailOnlyWhereTheValueThatTheyGetIsNull() throws SQLException {
        target("CREATE TABLE t (id INT, n INT NOT NULL, m INT NOT NULL)");
        String[] start = {"CREATE TABLE t (id INT, n INT)", "INSERT INTO t VALUES (1, NULL), (NULL, NULL), (NULL, 4)"};
        assertThat(counted(start))
                .containsExactlyInAnyOrder("2 NULLs in t.n", "3 rows of t, which have no value for m");
        values = Map.of(new ColumnName("t", "n"), "id + 1", new ColumnName("t", "m"), "5");
        assertThat(counted(start))
                .containsExactlyInAnyOrder(
                        "1 row of t whose value for n is NULL", "0 rows of t whose value for m is NULL");
        values = Map.of(new ColumnName("t", "n"), "0", new ColumnName("t", "m"), "n");
        assertThat(counted(start))
                .containsExactlyInAnyOrder(
                        "0 rows of t whose value for n is NULL", "unknown: rows of t whose value for m is NULL");
    }

    @Test
    void matchFullWantsAllColumnsOrNone() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        String parent = "CREATE TABLE p (x int, y int, UNIQUE (x, y))";
        target(parent, "CREATE TABLE t (x int, y int, FOREIGN KEY (x, y) REFERENCES p (x, y) MATCH FULL)");
        assertThat(counted(
                        parent,
                        "CREATE TABLE t (x int, y int)",
                        "INSERT INTO p VALUES (1, 1)",
                        "INSERT INTO t VALUES (1, NULL), (NULL, NULL), (1, 1), (2, 2)"))
                .containsExactlyInAnyOrder(
                        "1 row of t (x, y) that points to no row of p",
                        "1 row of t (x, y) of which some but not all are NULL");
    }

    @Test
    void domainsThatDoNotTakeWhatIsThere() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        String[] before = {
            "CREATE DOMAIN d AS int",
            "CREATE TABLE t (id int, x int, a d)",
            "INSERT INTO t VALUES (1, -1, 7), (2, 2, NULL)"
        };
        target(
                "CREATE DOMAIN d AS int",
                "CREATE DOMAIN d2 AS int NOT NULL",
                "CREATE TABLE t (id int, x int, a d, y d2)");
        assertThat(counted(before)).containsExactly("2 rows of t, which have no value for y");
        target(
                "CREATE DOMAIN d AS int",
                "CREATE DOMAIN d2 AS int NOT NULL DEFAULT 3 CHECK (VALUE > 0)",
                "CREATE TABLE t (id int, x int, a d, y d2 NOT NULL)");
        assertThat(counted(before)).containsExactly("0 rows of t, whose y does not fit d2");
        target(
                "CREATE DOMAIN d AS int",
                "CREATE DOMAIN d1 AS int CHECK (VALUE > 0)",
                "CREATE DOMAIN d2 AS d1 CHECK (VALUE < 2)",
                "CREATE TABLE t (id int, x d2, a d)");
        assertThat(counted(before))
                .containsExactlyInAnyOrder(
                        "1 value of t.x that does not fit d1", "1 value of t.x that does not fit d2");
    }

    @Test
    void aCollationThatMakesMoreAlikeMakesDuplicates() throws SQLException {
        String table = "CREATE TABLE t (id INT, u VARCHAR(20) COLLATE %s, CONSTRAINT k UNIQUE (u))";
        String before = String.format(table, by("\"C\"", "utf8mb4_bin", "BINARY"));
        if (engine == DatabaseEngine.POSTGRESQL) {
            String create =
                    "CREATE COLLATION alike (provider = icu, locale = 'und-u-ks-level2', deterministic = false)";
            target(create, String.format(table, "alike"));
            assertThat(counted(create, before, "INSERT INTO t VALUES (1, 'x'), (2, 'X')"))
                    .containsExactly("1 duplicate in t (u)");
            return;
        }
        target(String.format(table, engine.family() == EngineFamily.MYSQL ? "utf8mb4_general_ci" : "NOCASE"));
        assertThat(counted(before, "INSERT INTO t VALUES (1, 'x'), (2, 'X')")).containsExactly("1 duplicate in t (u)");
        String without = before.replace(", CONSTRAINT k UNIQUE (u)", "");
        assertThat(counted(without, "INSERT INTO t VALUES (1, 'x'), (2, 'X')")).containsExactly("1 duplicate in t (u)");
    }

    @Test
    void rowsOfHeirsAreNotInAKeyOfTheirParent() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        target("CREATE TABLE t (id int UNIQUE)", "CREATE TABLE heir () INHERITS (t)");
        assertThat(counted(
                        "CREATE TABLE t (id int)",
                        "CREATE TABLE heir () INHERITS (t)",
                        "INSERT INTO t VALUES (1)",
                        "INSERT INTO heir VALUES (1)"))
                .containsExactly("0 duplicates in t (id)");
        target("CREATE TABLE t (id int UNIQUE) PARTITION BY LIST (id)", "CREATE TABLE part PARTITION OF t DEFAULT");
        assertThat(counted(
                        "CREATE TABLE t (id int) PARTITION BY LIST (id)",
                        "CREATE TABLE part PARTITION OF t DEFAULT",
                        "INSERT INTO t VALUES (1), (1)"))
                .contains("1 duplicate in t (id)");
    }

    @Test
    void valuesThatSqliteKeepsOrMakesDoNotFail() throws SQLException {
        if (engine != DatabaseEngine.SQLITE) {
            return;
        }
        target("CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, v INT NOT NULL)");
        assertThat(counted(
                        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, v INT AS (a + 1))",
                        "INSERT INTO t (a) VALUES (1), (NULL)"))
                .contains("1 NULL in t.v")
                .noneMatch(each -> each.contains("no value"));
        target("CREATE TABLE t (id INTEGER PRIMARY KEY, a INT)");
        assertThat(counted("CREATE TABLE t (id TEXT PRIMARY KEY, a INT)", "INSERT INTO t VALUES (NULL, 1), (NULL, 2)"))
                .noneMatch(each -> each.contains("NULLs"));
    }

    /** What is counted is what the server refuses; PostgreSQL leaves out blanks at the end without a word. */
    @Test
    void textsThatDoNotFitAreThoseThatTheServerRefuses() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            return; // texts have no length there
        }
        for (String value : List.of("abcde", "abc          ", "abcdefgh")) {
            target("CREATE TABLE t (id INT, u VARCHAR(5))");
            List<String> counted = counted(
                    "CREATE TABLE t (id INT, u VARCHAR(20))", "INSERT INTO t VALUES (1, '" + value + "'), (2, NULL)");
            assertThat(counted)
                    .as(value)
                    .containsExactly(
                            isRefused()
                                    ? "1 value of more than 5 characters in t.u"
                                    : "0 values of more than 5 characters in t.u");
        }
        if (engine.family() == EngineFamily.MYSQL) {
            for (String value : List.of("'abc'", "RPAD('abc', 256, ' ')", "REPEAT('\u00e9', 128)")) {
                target("CREATE TABLE t (id INT, u TINYTEXT)");
                List<String> counted =
                        counted("CREATE TABLE t (id INT, u VARCHAR(300))", "INSERT INTO t VALUES (1, " + value + ")");
                assertThat(counted)
                        .as(value)
                        .containsExactly(
                                isRefused()
                                        ? "1 value of more than 255 bytes in t.u"
                                        : "0 values of more than 255 bytes in t.u");
            }
        }
    }

    @Test
    void aTableThatBeginsToBeStrictRefusesWhatItTook() throws SQLException {
        if (engine != DatabaseEngine.SQLITE) {
            return;
        }
        String before = "CREATE TABLE t (a TEXT, b REAL, c INT, d TEXT, e BLOB)";
        target("CREATE TABLE t (a INTEGER, b INTEGER, c INT, d TEXT, e ANY) STRICT");
        assertThat(counted(before, "INSERT INTO t VALUES ('7', 2.0, '7', 5, x'00')"))
                .hasSize(4)
                .allMatch(each -> each.startsWith("0 "));
        assertThat(isRefused()).isFalse();
        assertThat(counted(before, "INSERT INTO t VALUES ('x', 1.5, 'abc', x'00', 1), ('7', 2.0, '7', 5, x'00')"))
                .containsExactlyInAnyOrder(
                        "1 value that is no INTEGER in t.a",
                        "1 value that is no INTEGER in t.b",
                        "1 value that is no INT in t.c",
                        "1 value that is no TEXT in t.d");
        assertThat(isRefused()).isTrue();
    }

    @Test
    void charactersThatASetDoesNotHaveAreRefused() throws SQLException {
        if (engine.family() != EngineFamily.MYSQL) {
            return;
        }
        target("CREATE TABLE t (id INT, a VARCHAR(20) CHARACTER SET latin1)");
        for (String value : List.of("plain", "\u00e9", "\u0436", "?")) {
            List<String> counted = counted(
                    "CREATE TABLE t (id INT, a VARCHAR(20) CHARACTER SET utf8mb4)",
                    "INSERT INTO t VALUES (1, '" + value + "'), (2, NULL)");
            assertThat(counted)
                    .as(value)
                    .containsExactly(
                            isRefused()
                                    ? "1 value with characters that latin1 does not have in t.a"
                                    : "0 values with characters that latin1 does not have in t.a");
        }
    }

    private boolean isRefused() {
        try {
            for (StepGroup group : Plan.of(SchemaDiff.of(read(), target)).groups()) {
                execute(group.before().toArray(String[]::new));
                for (Step step : group.steps()) {
                    execute(step.statements().toArray(String[]::new));
                }
                execute(group.after().toArray(String[]::new));
            }
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    /** The schema that statements make is what is wanted. */
    private void target(String... statements) throws SQLException {
        empty();
        execute(statements);
        target = read();
    }

    private List<String> counted(String... statements) throws SQLException {
        empty();
        execute(statements);
        SchemaDiff diff = SchemaDiff.of(read(), target);
        PlanOptions options = PlanOptions.plain(engine);
        for (Map.Entry<ColumnName, String> each : values.entrySet()) {
            options = options.withValue(each.getKey().table(), each.getKey().column(), each.getValue());
        }
        Plan plan = Plan.of(diff, options);
        Facts facts = new FactReader(engine, BUDGET).withValues(values).read(connection, plan, diff);
        level = new RiskAssessor().assess(plan, diff, facts).level();
        return facts.counted().stream()
                .filter(each -> each.question().effect() == Question.Effect.FAILS)
                .map(Counted::text)
                .toList();
    }

    private void empty() throws SQLException {
        if (engine == DatabaseEngine.POSTGRESQL) {
            execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
        } else {
            execute("DROP TABLE IF EXISTS t");
        }
    }

    private Schema read() {
        return new SchemaReader(engine).read(connection);
    }
}
