package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.planfile.FlywaySql;
import dev.dataflow.migrations.planfile.PlanFile;
import dev.dataflow.migrations.planfile.SqlFile;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.UniqueKey;
import dev.dataflow.migrations.script.CreationScript;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

/** Plans of random pairs of schemas, in files. {@code -Ddataflow.test.plans} and {@code -Ddataflow.test.seed} choose them. */
class PlanFilesTest extends SchemaTest {

    private static final int COUNT = Integer.getInteger("dataflow.test.plans", 60);
    private static final int RUNS = Math.max(3, COUNT / 20);
    private static final long SEED = Long.getLong("dataflow.test.seed", 1);
    private static final String HISTORY = "flyway_schema_history";

    @Test
    void whatIsReadIsWhatWasWritten() {
        for (long seed = SEED; seed < SEED + COUNT; seed++) {
            RandomSchemas schemas = new RandomSchemas(engine, seed);
            SchemaDiff diff = SchemaDiff.of(schemas.before(), schemas.after(), schemas.hints());
            PlanOptions options =
                    seed % 2 == 0 ? PlanOptions.plain(engine) : PlanOptions.online(ServerVersion.oldest(engine));
            Plan plan = Plan.of(diff, options);
            PlanFile file = PlanFile.of(plan, diff);
            String text = file.write();
            assertThat(PlanFile.read(text)).as("-Ddataflow.test.seed=" + seed).isEqualTo(file);
            assertThat(PlanFile.read(text).plan()).isEqualTo(plan);
            assertThat(PlanFile.of(Plan.of(diff, options), diff).write()).isEqualTo(text);
        }
    }

    @Test
    void flywayLeadsToTheTarget() throws Exception {
        for (long seed = SEED; seed < SEED + RUNS; seed++) {
            RandomSchemas schemas = new RandomSchemas(engine, seed);
            try (TestDatabase target = TestDatabases.create(database.engine());
                    TestDatabase start = TestDatabases.create(database.engine());
                    Connection there = target.connect();
                    Connection here = start.connect()) {
                run(there, CreationScript.of(schemas.after()));
                run(here, CreationScript.of(schemas.before()));
                Schema after = read(there);
                SchemaDiff diff = SchemaDiff.of(read(here), after, schemas.hints());
                List<SqlFile> files = FlywaySql.of(
                        Plan.of(
                                diff,
                                seed % 2 == 0
                                        ? PlanOptions.plain(engine)
                                        : PlanOptions.online(ServerVersion.oldest(engine))),
                        "random_pair",
                        "7");
                migrate(start, seed + "", files);
                assertThat(SchemaDiff.of(read(here), after).changes())
                        .as("-Ddataflow.test.seed=" + seed + "\n" + files)
                        .isEmpty();
            }
        }
    }

    @Test
    void rowsAreChangedBatchByBatch() throws Exception {
        try (TestDatabase start = TestDatabases.create(database.engine());
                Connection here = start.connect()) {
            String text = by("text", "varchar(80)", "TEXT");
            run(
                    here,
                    List.of(
                            "CREATE TABLE people (a INT NOT NULL, b VARCHAR(9) NOT NULL, name " + text + ", full_name "
                                    + text + ", PRIMARY KEY (a, b))",
                            "INSERT INTO people (a, b, name) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1"
                                    + " FROM n WHERE i < 250) SELECT i % 50, " + concatenated("'k'", "i") + ", "
                                    + concatenated("'${'", "i", "'}; it''s'") + " FROM n"));
            Schema before = read(here);
            var table = before.table("people").orElseThrow();
            Schema after = before.withTables(List.of(table.edit()
                    .columns(table.columns().stream()
                            .map(column -> column.name().equals("full_name") ? column.withNullable(false) : column)
                            .toList())
                    .build()));
            SchemaDiff diff = SchemaDiff.of(before, after);
            Plan plan = Plan.of(
                    diff,
                    PlanOptions.online(ServerVersion.oldest(engine))
                            .withBatchRows(40)
                            .withValue("people", "full_name", q("name")));
            List<SqlFile> files = FlywaySql.of(plan, "full_name", "2026.11.21");
            migrate(start, "batches", files);
            assertThat(SchemaDiff.of(read(here), after).changes()).isEmpty();
            try (Statement statement = here.createStatement();
                    var row = statement.executeQuery("SELECT count(*) FROM people WHERE full_name = name")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(250);
            }
            assertThat(files.toString()).contains(by("COMMIT;", "LEAVE batches", "coalesce("));
        }
    }

    @Test
    void whatAnIndexLeavesBehindIsNotInTheWay() throws Exception {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        try (TestDatabase start = TestDatabases.create(database.engine());
                Connection here = start.connect()) {
            run(
                    here,
                    List.of(
                            "CREATE TABLE \"t'\" (id INT PRIMARY KEY, a INT)",
                            "INSERT INTO \"t'\" VALUES (1, 7), (2, 7)"));
            Schema before = read(here);
            Schema after = before.withTables(List.of(before.table("t'")
                    .orElseThrow()
                    .edit()
                    .unique(UniqueKey.of("by a'", List.of("a")))
                    .build()));
            SchemaDiff diff = SchemaDiff.of(before, after);
            List<SqlFile> files =
                    FlywaySql.of(Plan.of(diff, PlanOptions.online(ServerVersion.oldest(engine))), "u", "1");
            assertThatThrownBy(() -> migrate(start, "left", files)).isInstanceOf(FlywayException.class);
            run(here, List.of("UPDATE \"t'\" SET a = id"));
            flyway(start, folder.resolve("left")).repair();
            migrate(start, "left", files);
            assertThat(read(here)).isEqualTo(after);
        }
    }

    /** Statements name no schema, and the connection's may have tables of the same names. */
    @Test
    void filesForAnotherSchemaChangeNothingInTheConnections() throws Exception {
        if (engine == DatabaseEngine.SQLITE) {
            assertThatThrownBy(() -> new Plan(engine, ServerVersion.oldest(engine), List.of()).inSchema("other"))
                    .hasMessageContaining("and not for other");
            return;
        }
        String schema = "My " + by("\"s", "`s", "") + " Files";
        String quoted = engine.family() == EngineFamily.MYSQL ? "`My ``s Files`" : "\"My \"\"s Files\"";
        try (TestDatabase start = TestDatabases.create(database.engine());
                Connection here = start.connect()) {
            String table = "people (id INT PRIMARY KEY, a INT, b INT)";
            run(here, List.of("CREATE SCHEMA " + quoted));
            for (String place : List.of(quoted + ".", "")) {
                run(here, List.of("CREATE TABLE " + place + table, "CREATE INDEX by_a ON " + place + "people (a)"));
            }
            Schema untouched = read(here);
            Schema before = new SchemaReader(engine).read(here, schema);
            var people = before.table("people").orElseThrow();
            Schema after = before.withTables(List.of(people.edit()
                    .columns(people.columns().subList(0, 2))
                    .indexes(List.of())
                    .build()));
            SchemaDiff diff = SchemaDiff.of(before, after);
            Plan plan = Plan.of(diff, PlanOptions.online(ServerVersion.oldest(engine)))
                    .inSchema(schema);
            PlanFile file = PlanFile.of(plan, diff);
            assertThat(PlanFile.read(file.write())).isEqualTo(file);
            assertThat(PlanFile.read(file.write()).plan()).isEqualTo(plan);
            assertThat(plan.phase(Phase.CONTRACT).schema()).isEqualTo(schema);
            migrate(start, "elsewhere", FlywaySql.of(plan, "elsewhere", "1"));
            assertThat(new SchemaReader(engine).read(here, schema)).isEqualTo(after);
            assertThat(read(here)).isEqualTo(untouched);
        } finally {
            if (engine.family() == EngineFamily.MYSQL) {
                execute("DROP SCHEMA IF EXISTS " + quoted);
            }
        }
    }

    private String concatenated(String... parts) {
        return engine.family() == EngineFamily.MYSQL
                ? "CONCAT(" + String.join(", ", parts) + ")"
                : String.join(" || ", parts);
    }

    /** Where a database has transactions for it, nothing of a file stays when it fails. */
    @Test
    void whatFailsLeavesNothingOfItsFile() throws Exception {
        try (TestDatabase start = TestDatabases.create(database.engine());
                Connection here = start.connect()) {
            run(here, List.of("CREATE TABLE a (id INT PRIMARY KEY)", "CREATE TABLE b (id INT PRIMARY KEY, a_id INT)"));
            run(here, List.of("INSERT INTO b VALUES (1, 7)"));
            Schema before = read(here);
            Schema wanted = wanted(before);
            Plan plan = Plan.of(SchemaDiff.of(before, wanted), PlanOptions.plain(engine));
            assertThatThrownBy(() -> migrate(start, "orphan", FlywaySql.of(plan, "orphan", "1")))
                    .isInstanceOf(FlywayException.class);
            Schema left = read(here);
            assertThat(left.table("b").orElseThrow().foreignKeys()).isEmpty();
            if (engine == DatabaseEngine.POSTGRESQL || engine == DatabaseEngine.SQLITE) {
                assertThat(left).isEqualTo(before);
            }
        }
    }

    /** With a foreign key that the row breaks, and another column. */
    private Schema wanted(Schema before) throws SQLException {
        try (TestDatabase other = TestDatabases.create(database.engine());
                Connection there = other.connect()) {
            run(
                    there,
                    List.of(
                            "CREATE TABLE a (id INT PRIMARY KEY)",
                            "CREATE TABLE b (id INT PRIMARY KEY, a_id INT, c INT, CONSTRAINT fk FOREIGN KEY (a_id)"
                                    + " REFERENCES a (id))"));
            return read(there);
        }
    }

    @Test
    void namesThatFlywayCouldNotRead() {
        Plan plan = new Plan(engine, ServerVersion.oldest(engine), List.of());
        for (String[] each :
                new String[][] {{"a__b", "1"}, {"", "1"}, {"a/b", "1"}, {"a", ""}, {"a", "v1"}, {"a", "1..2"}}) {
            assertThatThrownBy(() -> FlywaySql.of(plan, each[0], each[1]))
                    .hasMessageContaining("V<version>__<name>.sql");
        }
        assertThat(FlywaySql.of(plan, "split name-2", "1.2_3")).isEmpty();
    }

    private void migrate(TestDatabase on, String name, List<SqlFile> files) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve(name));
        for (SqlFile file : files) {
            Files.writeString(migrations.resolve(file.name()), file.text());
        }
        flyway(on, migrations).migrate();
    }

    private static Flyway flyway(TestDatabase on, Path migrations) {
        return Flyway.configure()
                .dataSource(on.url(), on.user(), on.password())
                .locations("filesystem:" + migrations)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
    }

    private Schema read(Connection from) {
        Schema schema = new SchemaReader(engine).read(from);
        return schema.withTables(schema.tables().stream()
                .filter(table -> !table.name().equals(HISTORY))
                .toList());
    }

    private static void run(Connection on, List<String> statements) throws SQLException {
        try (Statement statement = on.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
