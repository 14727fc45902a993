package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.reader.DefaultExpressions;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.reader.ServerVersions;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What steps do on a database besides leading to the target. */
class PlanStepsTest extends SchemaTest {

    private Schema users() throws SQLException {
        execute("CREATE TABLE users (a " + by("bigint", "bigint", "INTEGER") + " NOT NULL, b "
                + by("text", "varchar(20)", "TEXT") + " NOT NULL, n integer, PRIMARY KEY (a, b))");
        for (int a = 1; a <= 3; a++) {
            for (char b = 'a'; b <= 'd'; b++) {
                execute("INSERT INTO users VALUES (" + a + ", '" + b + "', " + (a * 10 + b - 'a') + ")");
            }
        }
        return new SchemaReader(engine).read(connection);
    }

    private PlanOptions online() {
        return PlanOptions.online(ServerVersions.read(connection, engine)).withBatchRows(5);
    }

    private static Schema with(Schema schema, Table table) {
        return schema.withTables(List.of(table));
    }

    @Test
    void theServerTellsAVersionThatPlansAreMadeFor() {
        assertThat(ServerVersions.read(connection, engine)).isGreaterThanOrEqualTo(ServerVersion.oldest(engine));
    }

    @Test
    void aBackfillGoesThroughAllRowsOnceAndCanBeRunAgain() throws SQLException {
        Schema before = users();
        Table table = before.table("users").orElseThrow();
        Column m = Column.of("m", ColumnType.of(engine, by("integer", "int", "INTEGER")))
                .withNullable(false);
        SchemaDiff diff =
                SchemaDiff.of(before, with(before, table.edit().column(m).build()));
        Plan plan = Plan.of(diff, online().withValue("users", "m", "n + 1"));
        PlanRun first = new PlanRun(connection);
        first.run(plan);
        assertThat(first.batches()).isEqualTo(2);
        assertThat(query("SELECT count(*) FROM users WHERE m = n + 1")).containsExactly("12");
        Step fill = plan.steps().stream()
                .filter(step -> step.backfill() != null)
                .findFirst()
                .orElseThrow();
        execute("UPDATE users SET m = 0 WHERE a = 1");
        new PlanRun(connection).run(new Plan(engine, plan.version(), List.of(fill)));
        assertThat(query("SELECT count(*) FROM users WHERE m = 0")).containsExactly("4");
        assertThat(SchemaDiff.of(new SchemaReader(engine).read(connection), diff.after())
                        .changes())
                .isEmpty();
    }

    @Test
    void aConnectionHasItsOwnSettingsAfterwards() throws SQLException {
        Assumptions.assumeTrue(engine != DatabaseEngine.SQLITE, "its busy timeout cannot be kept");
        String settings = by(
                "SELECT current_setting('lock_timeout') || ' ' || current_setting('statement_timeout')",
                "SELECT concat(@@sql_mode, ' ', @@lock_wait_timeout, ' ', @@innodb_lock_wait_timeout)",
                "");
        execute(by("SET lock_timeout = 1234", "SET SESSION lock_wait_timeout = 1234", ""));
        List<String> before = query(settings);
        Schema schema = users();
        Table table = schema.table("users").orElseThrow();
        Table indexed =
                table.edit().index(Index.of("ix_n", false, List.of("n"))).build();
        new PlanRun(connection).run(Plan.of(SchemaDiff.of(schema, with(schema, indexed)), online()));
        assertThat(query(settings)).isEqualTo(before);
    }

    @Test
    void aLockIsNotWaitedForForLong() throws SQLException {
        Schema schema = users();
        Table table = schema.table("users").orElseThrow();
        Column note = Column.of("note", ColumnType.of(engine, by("text", "varchar(9)", "TEXT")));
        Plan plan = Plan.of(
                SchemaDiff.of(schema, with(schema, table.edit().column(note).build())),
                online().withTimeouts(new Timeouts(Duration.ofMillis(100), null)));
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE users SET n = 0 WHERE a = 1");
            assertThatThrownBy(() -> new PlanRun(connection).run(plan))
                    .hasMessageContaining(by("lock timeout", "Lock wait timeout", "SQLITE_BUSY"));
            other.rollback();
        }
        new PlanRun(connection).run(plan);
        assertThat(query("SELECT count(note) FROM users")).containsExactly("0");
    }

    @Test
    void whatAFailedConcurrentIndexLeavesIsClearedAway() throws SQLException {
        Assumptions.assumeTrue(engine == DatabaseEngine.POSTGRESQL, "others leave nothing");
        Schema schema = users();
        Table table = schema.table("users").orElseThrow();
        Table indexed = table.edit().index(Index.of("ix_a", true, List.of("a"))).build();
        Plan plan = Plan.of(SchemaDiff.of(schema, with(schema, indexed)), online());
        assertThatThrownBy(() -> new PlanRun(connection).run(plan)).hasMessageContaining("ix_a");
        Cleanup cleanup = plan.steps().get(0).cleanup();
        assertThat(query(cleanup.query())).hasSize(1);
        execute(cleanup.statements().toArray(String[]::new));
        assertThat(query(cleanup.query())).isEmpty();
        execute("DELETE FROM users WHERE b <> 'a'");
        new PlanRun(connection).run(plan);
        assertThat(query(cleanup.query())).isEmpty();
        assertThat(SchemaDiff.of(new SchemaReader(engine).read(connection), with(schema, indexed))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aTriggerThatMentionsAViewMakesWayWithIt() throws SQLException {
        Assumptions.assumeTrue(engine == DatabaseEngine.SQLITE, "others make no table anew");
        users();
        execute("CREATE VIEW few AS SELECT n FROM users");
        execute("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
        execute(
                "CREATE TRIGGER tidy AFTER INSERT ON notes BEGIN DELETE FROM notes WHERE id IN (SELECT n FROM few); END");
        makeUsersAnew();
    }

    @Test
    void aViewWhoseTriggerMentionsATableMakesWay() throws SQLException {
        Assumptions.assumeTrue(engine == DatabaseEngine.SQLITE, "others make no table anew");
        users();
        execute("CREATE TABLE notes (id INTEGER PRIMARY KEY)", "CREATE VIEW short AS SELECT id FROM notes");
        execute(
                "CREATE TRIGGER through INSTEAD OF INSERT ON short BEGIN INSERT INTO users VALUES (NEW.id, 'x', 1); END");
        makeUsersAnew();
        execute("INSERT INTO short VALUES (9)");
        assertThat(query("SELECT n FROM users WHERE a = 9")).containsExactly("1");
    }

    private void makeUsersAnew() throws SQLException {
        Schema before = new SchemaReader(engine).read(connection);
        Table users = before.table("users").orElseThrow();
        Table texts = users.edit()
                .columns(users.columns().stream()
                        .map(each -> each.name().equals("n") ? each.withType(ColumnType.of(engine, "TEXT")) : each)
                        .toList())
                .build();
        Schema after = before.withTables(List.of(before.table("notes").orElseThrow(), texts));
        new PlanRun(connection).run(Plan.of(SchemaDiff.of(before, after), online()));
        assertThat(SchemaDiff.of(new SchemaReader(engine).read(connection), after)
                        .changes())
                .isEmpty();
    }

    @Test
    void aRuleOverAColumnThatChangesMakesWay() throws SQLException {
        Assumptions.assumeTrue(engine == DatabaseEngine.POSTGRESQL, "others have none");
        users();
        execute("CREATE RULE positive AS ON INSERT TO users WHERE NEW.n < 0 DO INSTEAD NOTHING");
        Schema before = new SchemaReader(engine).read(connection);
        Table users = before.table("users").orElseThrow();
        Schema after = with(
                before,
                users.edit()
                        .columns(users.columns().stream()
                                .map(each ->
                                        each.name().equals("n") ? each.withType(ColumnType.of(engine, "bigint")) : each)
                                .toList())
                        .build());
        for (PlanOptions options : List.of(PlanOptions.plain(ServerVersions.read(connection, engine)), online())) {
            PlanRun run = new PlanRun(connection);
            Plan plan = Plan.of(SchemaDiff.of(before, after), options);
            run.run(plan);
            assertThat(SchemaDiff.of(new SchemaReader(engine).read(connection), after)
                            .changes())
                    .isEmpty();
            execute("INSERT INTO users VALUES (9, 'z', -1)");
            assertThat(query("SELECT count(*) FROM users WHERE n < 0")).containsExactly("0");
            run.undo(plan);
        }
    }

    @Test
    void typesOfHeirsAndPartitionsChangeWithTheirParents() throws SQLException {
        Assumptions.assumeTrue(engine == DatabaseEngine.POSTGRESQL, "others have none");
        execute(
                "CREATE TABLE events (at date NOT NULL, n int) PARTITION BY RANGE (at)",
                "CREATE TABLE events_1 PARTITION OF events (n DEFAULT 7) FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')",
                "CREATE TABLE base (k int)",
                "CREATE TABLE heir (w int) INHERITS (base)",
                "ALTER TABLE heir ALTER k SET DEFAULT 5",
                "CREATE VIEW early AS SELECT n FROM events_1",
                "INSERT INTO events VALUES ('2020-05-05', 4)",
                "INSERT INTO heir (w) VALUES (1)");
        Schema before = new SchemaReader(engine).read(connection);
        Schema after = before.withTables(before.tables().stream()
                .map(table -> table.edit()
                        .columns(table.columns().stream()
                                .map(each ->
                                        each.name().equals("w") || each.name().equals("at")
                                                ? each
                                                : each.withType(ColumnType.of(engine, "bigint")))
                                .toList())
                        .build())
                .toList());
        for (PlanOptions options : List.of(PlanOptions.plain(ServerVersions.read(connection, engine)), online())) {
            Plan plan = Plan.of(SchemaDiff.of(before, after), options);
            PlanRun run = new PlanRun(connection);
            run.run(plan);
            assertThat(SchemaDiff.of(new SchemaReader(engine).read(connection), after)
                            .changes())
                    .isEmpty();
            run.undo(plan);
            assertThat(SchemaDiff.of(new SchemaReader(engine).read(connection), before)
                            .changes())
                    .isEmpty();
        }
        assertThat(query("SELECT n + k FROM events, heir")).containsExactly("9");
    }

    @Test
    void postgresTellsWhichDefaultsAreVolatile() throws SQLException {
        Assumptions.assumeTrue(engine == DatabaseEngine.POSTGRESQL, "it matters there only");
        execute("CREATE FUNCTION code(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT t'");
        DefaultExpressions expressions = new DefaultExpressions(connection);
        assertThat(List.of(
                        "5",
                        "'a'::text",
                        "now()",
                        "upper('random()'::text)",
                        "(1 + 2)",
                        "code('x'::text)",
                        "date_trunc('day'::text, CURRENT_TIMESTAMP)",
                        "'x'::character varying(20)"))
                .noneMatch(expressions::isVolatile);
        assertThat(List.of(
                        "random()",
                        "gen_random_uuid()",
                        "nextval('s'::regclass)",
                        "clock_timestamp()",
                        "unknown_function(1)",
                        "upper((random())::text)"))
                .allMatch(expressions::isVolatile);
    }
}
