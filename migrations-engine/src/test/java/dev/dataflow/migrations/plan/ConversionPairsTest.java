package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Budget;
import dev.dataflow.migrations.fact.Counted;
import dev.dataflow.migrations.fact.FactReader;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.fact.Question;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Each type to each other one, with one row whose value is at an edge. A plan whose failures were counted as none runs, one
 * for which some were counted fails, and where no loss is declared the value stays.
 */
class ConversionPairsTest extends PlannedTest {

    private static final Budget BUDGET = new Budget(Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ZERO);

    private static final Map<String, List<String>> SERVER = new LinkedHashMap<>();
    private static final Map<String, List<String>> SQLITE = new LinkedHashMap<>();

    static {
        SERVER.put("smallint", List.of("-32768"));
        SERVER.put("bigint unsigned", List.of("18446744073709551615"));
        SERVER.put("decimal(5,2) unsigned", List.of("999.50"));
        SERVER.put("float", List.of("-1.5"));
        SERVER.put("double", List.of("1e300"));
        SERVER.put("bit(8)", List.of("b'10000000'"));
        SERVER.put("char(5)", List.of("'12'"));
        SERVER.put("varchar(9)", List.of("'ab   '", "'2024-01-31'", "'é'"));
        SERVER.put("varchar(9) CHARACTER SET ascii", List.of("'x'"));
        SERVER.put("text", List.of("repeat('é', 200)", "'[1]'"));
        SERVER.put("varbinary(9)", List.of("x'ff'"));
        SERVER.put("datetime(3)", List.of("'2040-01-31 10:11:12.600'"));
        SERVER.put("timestamp", List.of("'2024-01-31 10:11:12'"));
        SERVER.put("enum('a','x','y')", List.of("'y'"));
        SERVER.put("set('x','y')", List.of("'x,y'"));
        for (String type : List.of("INTEGER", "INT", "BIGINT", "REAL", "TEXT", "VARCHAR(9)", "BLOB", "NUMERIC", "")) {
            SQLITE.put(type, List.of("5", "1.5", "'12abc'", "'12'", "x'61'", "9007199254740993", "'1.0'"));
        }
    }

    private final Map<String, String> pairs = new LinkedHashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private final Set<String> failing = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void whatIsSaidOfEachPairHolds() throws SQLException {
        Assumptions.assumeTrue(engine.family() != EngineFamily.POSTGRESQL, "PostgresCastsTest");
        Map<String, List<String>> types = new LinkedHashMap<>(engine == DatabaseEngine.SQLITE ? SQLITE : SERVER);
        if (engine == DatabaseEngine.MYSQL) {
            types.put("json", List.of("'{\"a\": 1}'", "'12'"));
        }
        pairs(types, "");
    }

    @Test
    void soDoesItOfStrictTablesAndOfTablesThatBecomeStrict() throws SQLException {
        Assumptions.assumeTrue(engine == DatabaseEngine.SQLITE, "others have none");
        Map<String, List<String>> types = new LinkedHashMap<>();
        List<String> texts =
                List.of("'12'", "'1.0'", "' 5 '", "'0x1'", "''", "'9223372036854775808'", "x'61'", "7", "1.5");
        for (String type : List.of("INTEGER", "INT", "REAL", "TEXT", "BLOB", "ANY")) {
            types.put(type, texts);
        }
        pairs(types, " STRICT");
    }

    @Test
    void keysOfSqliteThatBecomeNumbersOfRowsAreCounted() throws SQLException {
        Assumptions.assumeTrue(engine == DatabaseEngine.SQLITE, "others have no such numbers");
        for (String key : List.of("5", "'7'", "2.0", "'x'", "1.5", "x'61'")) {
            execute("CREATE TABLE t (c BLOB PRIMARY KEY, a INT)", "INSERT INTO t VALUES (" + key + ", 1)");
            SchemaDiff diff = to("CREATE TABLE t (c INTEGER PRIMARY KEY, a INT)");
            Plan plan = plan(diff);
            pairs.put("t", "BLOB to INTEGER PRIMARY KEY, " + key);
            count(plan, diff);
            assertThat(failing.contains("t"))
                    .as(key)
                    .isEqualTo(!List.of("5", "'7'", "2.0").contains(key));
            run(plan, plan.steps().get(0));
            failing.clear();
            execute("DROP TABLE t");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingIsLostBetweenTypesOfSqliteThatKeepTheSame() throws SQLException {
        Assumptions.assumeTrue(engine == DatabaseEngine.SQLITE, "others have no affinities");
        execute("CREATE TABLE t (a INT, b VARCHAR(10), c BLOB, d DOUBLE, e BIGINT)");
        Plan plan = plan(to("CREATE TABLE t (a INTEGER, b TEXT, c, d REAL, e TEXT)"));
        assertThat(plan.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.losses()).isEmpty());
        assertThat(plan(to("CREATE TABLE t (a REAL, b BLOB, c TEXT, d INTEGER, e NUMERIC)"))
                        .steps()
                        .get(0)
                        .losses())
                .hasSize(3);
    }

    private void pairs(Map<String, List<String>> types, String ending) throws SQLException {
        List<String> target = new ArrayList<>();
        for (String from : types.keySet()) {
            for (String to : types.keySet()) {
                for (String value : from.equals(to) ? List.<String>of() : types.get(from)) {
                    String table = "t" + pairs.size();
                    if (filled(table, from, ending, value)) {
                        target.add("CREATE TABLE " + table + " (id int PRIMARY KEY, c " + to + ")" + ending);
                        pairs.put(table, from + " to " + to + ", " + value);
                    }
                }
            }
        }
        SchemaDiff diff = to(target.toArray(String[]::new));
        Plan plan = plan(diff);
        count(plan, diff);
        for (Step step : plan.steps()) {
            run(plan, step);
        }
        assertThat(wrong).isEmpty();
    }

    private void count(Plan plan, SchemaDiff diff) {
        Facts facts = new FactReader(engine, BUDGET).read(connection, plan, diff);
        for (Counted counted : facts.counted()) {
            if (counted.question().effect() == Question.Effect.FAILS) {
                (counted.count().isEmpty() ? unknown : counted.isFound() ? failing : new HashSet<String>())
                        .add(counted.question().table());
            }
        }
    }

    private boolean filled(String table, String type, String ending, String value) throws SQLException {
        execute("CREATE TABLE " + table + " (id int PRIMARY KEY, c " + type + ")" + ending);
        try {
            execute("INSERT INTO " + table + " VALUES (1, " + value + ")");
            return true;
        } catch (SQLException e) {
            execute("DROP TABLE " + table); // a strict table refuses some
            return false;
        }
    }

    private void run(Plan plan, Step step) throws SQLException {
        String table = step.changes().get(0).ofTable().orElseThrow();
        String before = value(table);
        String refused = null;
        try {
            new PlanRun(connection).run(new Plan(engine, plan.version(), List.of(step)));
        } catch (SQLException e) {
            refused = e.getMessage();
        }
        boolean said = failing.contains(table);
        if (refused != null && !said && !unknown.contains(table)) {
            wrong.add(pairs.get(table) + ": allowed, and then " + refused);
        } else if (refused == null && said) {
            wrong.add(pairs.get(table) + ": will fail, and does not");
        } else if (refused == null && step.losses().isEmpty() && !isSame(before, value(table))) {
            wrong.add(pairs.get(table) + ": was " + before + ", is " + value(table) + ", without a word");
        }
    }

    private String value(String table) throws SQLException {
        return query(
                        switch (engine.family()) {
                            case SQLITE -> "SELECT typeof(c) || ' ' || quote(c) FROM " + table;
                            default -> "SELECT c FROM " + table;
                        })
                .get(0);
    }

    /** As it is, or the same number: a number may be written otherwise. */
    private boolean isSame(String before, String after) {
        if (digits(before).equals(digits(after)) || (before + " 00:00:00").equals(after)) {
            return true;
        }
        try {
            return new BigDecimal(text(before)).compareTo(new BigDecimal(text(after))) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Drivers print times with more or fewer zeros at the end. */
    private static String digits(String value) {
        return value.replaceFirst("(:\\d\\d\\.\\d+?)0+$", "$1");
    }

    private String text(String value) {
        return engine == DatabaseEngine.SQLITE
                ? value.substring(value.indexOf(' ') + 1).replace("'", "")
                : value;
    }
}
