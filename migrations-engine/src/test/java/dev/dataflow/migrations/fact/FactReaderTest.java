package dev.dataflow.migrations.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.UniqueKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactReaderTest extends SchemaTest {

    private static final Budget BUDGET = new Budget(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ZERO);

    @BeforeEach
    void things() throws SQLException {
        execute(
                "CREATE TABLE parents (id INT NOT NULL PRIMARY KEY)",
                "CREATE TABLE things (id INT NOT NULL PRIMARY KEY, a VARCHAR(20), b INT, c INT, d INT, gone VARCHAR(9))",
                "CREATE INDEX ix_d ON things (d)",
                "INSERT INTO parents VALUES (1)",
                "INSERT INTO things VALUES (1, 'x', -32768, 1, 1, 'k'), (2, NULL, -40000, 7, 1, NULL),"
                        + " (3, 'long text   ', 40000, NULL, 2, 'k'), (4, 'trail      ', NULL, NULL, NULL, NULL)");
    }

    @Test
    void whatWouldFailOrBeLostIsCounted() {
        assertThat(counted(table -> without(table, "gone").edit().build())).containsExactly("2 values of things.gone");
        assertThat(counted(table -> altered(table, "a", column -> column.withNullable(false))))
                .containsExactly("1 NULL in things.a");
        assertThat(counted(table -> table.edit()
                        .column(Column.of("n", type("integer")).withNullable(false))
                        .build()))
                .containsExactly("4 rows of things, which have no value for n");
        assertThat(counted(table ->
                        table.edit().unique(UniqueKey.of("uk_d", List.of("d"))).build()))
                .containsExactly("1 duplicate in things (d)");
        assertThat(counted(table -> table.edit()
                        .foreignKey(ForeignKey.of(
                                "fk_c",
                                List.of("c"),
                                TableName.of("parents"),
                                List.of("id"),
                                ReferentialAction.RESTRICT))
                        .build()))
                .containsExactly("1 row of things (c) that points to no row of parents");
        assertThat(counted(
                        table -> table.edit().check(Check.of("ck_d", "d < 2")).build()))
                .containsExactly("1 row of things that violates ck_d");
        Schema before = read();
        Schema after = before.withTables(before.tables().stream()
                .filter(table -> table.name().equals("things"))
                .toList());
        assertThat(texts(facts(SchemaDiff.of(before, after), BUDGET))).containsExactly("1 row of parents");
    }

    @Test
    void valuesThatDoNotFitANarrowerTypeAreCounted() throws SQLException {
        if (engine == DatabaseEngine.SQLITE) {
            execute(
                    "CREATE TABLE strict (id INTEGER PRIMARY KEY, a TEXT, b REAL) STRICT",
                    "INSERT INTO strict VALUES (1, '12', 1.0), (2, '12a', 1.5), (3, ' 007 ', NULL), (4, '1.5', 2.0),"
                            + " (5, NULL, 3.0)");
            Schema before = read();
            Table strict = before.table("strict").orElseThrow();
            Table other = altered(
                    altered(strict, "a", column -> column.withType(type("INTEGER"))),
                    "b",
                    column -> column.withType(type("INTEGER")));
            List<Table> tables = new ArrayList<>(before.tables());
            tables.replaceAll(table -> table.equals(strict) ? other : table);
            assertThat(texts(facts(SchemaDiff.of(before, before.withTables(tables)), BUDGET)))
                    .containsExactlyInAnyOrder(
                            "2 values that are no INTEGER in strict.a", "1 value that is no INTEGER in strict.b");
            return;
        }
        assertThat(counted(table -> altered(table, "b", column -> column.withType(type("smallint")))))
                .containsExactly("2 values outside of -32768 to 32767 in things.b");
        // PostgreSQL cuts what ends with spaces without an error
        assertThat(counted(table -> altered(table, "a", column -> column.withType(type("varchar(5)")))))
                .containsExactly(by(
                        "1 value of more than 5 characters in things.a",
                        "2 values of more than 5 characters in things.a",
                        ""));
        execute("ALTER TABLE things ADD COLUMN e DECIMAL(10,3)", "UPDATE things SET e = 999.996 WHERE id < 3");
        assertThat(counted(table -> altered(table, "e", column -> column.withType(type("decimal(5,2)")))))
                .containsExactlyInAnyOrder(
                        "2 values of more than 3 digits before the point in things.e",
                        "2 values that are rounded in things.e");
        assertThat(counted(table -> altered(table, "e", column -> column.withType(type("decimal(12,3)")))))
                .isEmpty();
        assertThat(counted(table -> altered(table, "e", column -> column.withType(type("integer")))))
                .containsExactlyInAnyOrder(
                        "0 values outside of -2147483648 to 2147483647 in things.e",
                        "2 values that are rounded in things.e");
        if (engine == DatabaseEngine.POSTGRESQL) {
            List<String> integers = counted(table -> altered(table, "a", column -> column.withType(type("integer"))));
            assertThat(integers).singleElement().asString().endsWith(" values that are no integer in things.a");
        }
    }

    /** What is computed can be computed again. */
    @Test
    void noValueOfAComputedColumnIsLost() throws SQLException {
        execute("ALTER TABLE things ADD COLUMN twice INT GENERATED ALWAYS AS (b * 2) "
                + by("STORED", "VIRTUAL", "VIRTUAL"));
        assertThat(counted(table -> without(table, "twice"))).isEmpty();
    }

    @Test
    void whatTakesTooLongIsUnknown() throws SQLException {
        String slow = switch (engine.family()) {
            case POSTGRESQL -> "(SELECT pg_sleep(30) IS NOT NULL)";
            case MYSQL -> "SLEEP(30) = 0";
            case SQLITE -> "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n) > 0";
        };
        List<String> settings = settings();
        long start = System.nanoTime();
        Budget budget = new Budget(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ZERO);
        Facts facts = facts(
                diff(table -> altered(table, "a", column -> column.withNullable(false))
                        .edit()
                        .check(Check.of("ck_slow", slow))
                        .build()),
                budget);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
        assertThat(texts(facts))
                .containsExactlyInAnyOrder("1 NULL in things.a", "unknown: rows of things that violate ck_slow");
        assertThat(facts.counted())
                .filteredOn(each -> each.count().isEmpty())
                .singleElement()
                .satisfies(each -> assertThat(each.source()).startsWith("the query took too long"));
        assertThat(settings()).isEqualTo(settings);
        execute("CREATE TABLE still_writable (id INT)");
    }

    @Test
    void noTimeForAllIsUnknownAndNeverZero() {
        Facts facts = facts(
                diff(table -> without(table, "gone")),
                new Budget(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO));
        assertThat(facts.counted())
                .allSatisfy(each -> assertThat(each.count().orElse(2)).isEqualTo(2));
        assertThat(facts.table("things").rows().orElse(4)).isEqualTo(4);
    }

    /** A limit of nothing would be none on PostgreSQL. */
    @Test
    void noQueryBeginsWhenTheTimeForAllIsOver() throws SQLException {
        Budget budget = new Budget(Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ZERO);
        try (Probes probes = Probes.of(connection, engine, budget)) {
            while (probes.left() > 0) {
                Thread.onSpinWait();
            }
            Answer<Long> answer = probes.first("SELECT 1", row -> row.getLong(1));
            assertThat(answer.value()).isNull();
            assertThat(answer.reason()).isEqualTo("the time for all queries is over");
        }
    }

    @Test
    void sizesAndTrafficAreKnownWhereTheDatabaseTells() throws SQLException {
        Facts facts = facts(diff(table -> without(table, "gone")), BUDGET);
        TableFacts things = facts.table("things");
        assertThat(things.rows()).hasValue(4);
        assertThat(things.counted()).isTrue();
        assertThat(things.bytes().orElse(0)).isPositive();
        switch (engine) {
            case POSTGRESQL -> {
                assertThat(things.writesPerSecond()).isPresent();
                assertThat(things.writes().source()).contains("since counting began");
                assertThat(things.longestTransaction()).isPresent();
                assertThat(things.indexScans()).containsKey("ix_d");
            }
            case MYSQL -> {
                assertThat(things.writes().source())
                        .matches(source -> things.writes().isKnown()
                                ? source.startsWith("performance_schema")
                                : source.equals("performance_schema is off"));
                assertThat(things.longestTransaction()).isPresent();
                assertThat(things.rowVersions().isKnown()).isTrue();
            }
            case MARIADB -> assertThat(things.writes().source()).isNotEmpty();
            case SQLITE -> assertThat(things.writes().source()).isEqualTo("SQLite does not tell");
        }
        if (engine == DatabaseEngine.POSTGRESQL) {
            Budget sampling = new Budget(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(50));
            assertThat(facts(diff(table -> without(table, "gone")), sampling)
                            .table("things")
                            .writes()
                            .source())
                    .contains("two looks");
        }
    }

    @Test
    void openTransactionsOfOthersAreSeenOrSaidToBeHidden() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE things IN ROW EXCLUSIVE MODE");
            Facts seen = facts(diff(table -> without(table, "gone")), BUDGET);
            assertThat(seen.table("things").openTransaction().source()).isEqualTo("pg_locks and pg_stat_activity");
            assertThat(seen.server().longestTransactionSeconds().isKnown()).isTrue();
            execute(
                    "CREATE ROLE fact_reader",
                    "GRANT USAGE ON SCHEMA public TO fact_reader",
                    "GRANT SELECT ON ALL TABLES IN SCHEMA public TO fact_reader");
            try {
                execute("SET ROLE fact_reader");
                Facts hidden = facts(diff(table -> without(table, "gone")), BUDGET);
                assertThat(hidden.table("things").longestTransaction()).isEmpty();
                assertThat(hidden.table("things").openTransaction().source()).contains("pg_read_all_stats");
                assertThat(texts(hidden)).containsExactly("2 values of things.gone");
            } finally {
                execute("RESET ROLE", "DROP OWNED BY fact_reader", "DROP ROLE fact_reader");
            }
        }
    }

    /** A count of what is left after a policy has hidden rows would say that nothing is lost. */
    @Test
    void rowsThatRowSecurityHidesAreUnknown() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        execute(
                "CREATE ROLE fact_reader",
                "GRANT USAGE ON SCHEMA public TO fact_reader",
                "GRANT SELECT ON ALL TABLES IN SCHEMA public TO fact_reader",
                "ALTER TABLE things ENABLE ROW LEVEL SECURITY");
        try {
            execute("SET ROLE fact_reader");
            Facts facts = facts(diff(table -> without(table, "gone")), BUDGET);
            assertThat(texts(facts)).containsExactly("unknown: values of things.gone");
            assertThat(facts.counted().get(0).source()).contains("row security hides rows");
            assertThat(facts.table("things").counted()).isFalse();
            assertThat(query("SHOW row_security")).containsExactly("on");
        } finally {
            execute("RESET ROLE", "DROP OWNED BY fact_reader", "DROP ROLE fact_reader");
        }
    }

    @Test
    void renamedThingsAreAskedForByTheirPresentNames() {
        Schema before = read();
        Table things = before.table("things").orElseThrow();
        Table renamed = altered(
                things.edit().name("goods").build(),
                "a",
                column -> column.withName("label").withNullable(false));
        List<Table> tables = new ArrayList<>(before.tables());
        tables.replaceAll(table -> table.equals(things) ? renamed : table);
        SchemaDiff diff = SchemaDiff.of(
                before,
                before.withTables(tables),
                RenameHints.NONE.table("things", "goods").column("things", "a", "label"));
        assertThat(texts(facts(diff, BUDGET))).containsExactly("1 NULL in goods.label");
    }

    @Test
    void tablesThatDeletesReachAreKnownToo() throws SQLException {
        execute(
                "CREATE TABLE leaves (id INT NOT NULL PRIMARY KEY, thing INT,"
                        + " FOREIGN KEY (thing) REFERENCES things (id) ON DELETE CASCADE)",
                "CREATE TABLE others (id INT NOT NULL PRIMARY KEY)",
                "INSERT INTO leaves VALUES (1, 1), (2, 1)");
        Facts facts = facts(diff(table -> without(table, "gone")), BUDGET);
        assertThat(facts.tables()).containsOnlyKeys("things", "leaves");
        assertThat(facts.table("leaves").rows()).hasValue(2);
    }

    private List<String> counted(UnaryOperator<Table> edit) {
        return texts(facts(diff(edit), BUDGET));
    }

    private SchemaDiff diff(UnaryOperator<Table> edit) {
        Schema before = read();
        List<Table> tables = new ArrayList<>(before.tables());
        tables.replaceAll(table -> table.name().equals("things") ? edit.apply(table) : table);
        return SchemaDiff.of(before, before.withTables(tables));
    }

    private Facts facts(SchemaDiff diff, Budget budget) {
        return new FactReader(engine, budget).read(connection, Plan.of(diff), diff);
    }

    private static List<String> texts(Facts facts) {
        return facts.counted().stream().map(Counted::text).toList();
    }

    private Schema read() {
        return new SchemaReader(engine).read(connection);
    }

    private ColumnType type(String sql) {
        return ColumnType.of(engine, sql);
    }

    private static Table altered(Table table, String name, UnaryOperator<Column> change) {
        return table.edit()
                .columns(table.columns().stream()
                        .map(column -> column.name().equals(name) ? change.apply(column) : column)
                        .toList())
                .build();
    }

    private static Table without(Table table, String name) {
        return table.edit()
                .columns(table.columns().stream()
                        .filter(column -> !column.name().equals(name))
                        .toList())
                .build();
    }

    private List<String> settings() throws SQLException {
        return query(by(
                "SELECT current_setting('statement_timeout') || current_setting('transaction_read_only')",
                engine == DatabaseEngine.MYSQL
                        ? "SELECT CONCAT(@@SESSION.max_execution_time, @@SESSION.lock_wait_timeout,"
                                + " @@SESSION.information_schema_stats_expiry)"
                        : "SELECT CONCAT(@@SESSION.max_statement_time, @@SESSION.lock_wait_timeout)",
                "PRAGMA query_only"));
    }
}
