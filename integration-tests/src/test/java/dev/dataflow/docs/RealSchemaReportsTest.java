package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.cli.plan.JudgedPlan;
import dev.dataflow.cli.plan.PlanReports;
import dev.dataflow.cli.report.MarkdownReport;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Budget;
import dev.dataflow.migrations.fact.FactReader;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.fact.ServerFacts;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.reader.ServerVersions;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.SharedData;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Reports of common changes of databases that other people made, for people to read; {@code -DupdateGoldens=true} writes them
 * anew. What is counted in rows is in them. Sizes and traffic, which differ from run to run, are left unknown.
 */
@EveryEngine
class RealSchemaReportsTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/reports");

    private final Engine server;
    private final DatabaseEngine engine;

    RealSchemaReportsTest(TestDatabase database) {
        this.server = database.engine();
        this.engine = DatabaseEngine.valueOf(server.name());
    }

    @Test
    void chinook() throws Exception {
        boolean snake = engine == DatabaseEngine.POSTGRESQL;
        check(
                "chinook",
                "Chinook_" + by("PostgreSql", "MySql", "Sqlite") + ".sql",
                new CommonChanges(
                        engine,
                        snake ? "track" : "Track",
                        snake ? "name" : "Name",
                        snake ? "composer" : "Composer",
                        snake ? "milliseconds" : "Milliseconds",
                        "bigint",
                        snake ? "genre" : "Genre",
                        snake ? "playlist_track" : "PlaylistTrack"));
    }

    @Test
    void sakila() throws Exception {
        check(
                "sakila",
                by("postgres", "mysql", "sqlite") + "-sakila-schema.sql",
                new CommonChanges(engine, "film", "title", "description", "length", "bigint", "language", "rental"));
    }

    @Test
    void northwind() throws Exception {
        assumeTrue(engine == DatabaseEngine.POSTGRESQL, "its script is for PostgreSQL");
        check(
                "northwind",
                "northwind.sql",
                new CommonChanges(
                        engine,
                        "orders",
                        "ship_name",
                        "ship_region",
                        "freight",
                        "double precision",
                        "region",
                        "order_details"));
    }

    private void check(String name, String script, CommonChanges changes) throws IOException, SQLException {
        assumeTrue(server != Engine.MARIADB, "MySQL's reports are enough");
        StringBuilder report = new StringBuilder();
        try (TestDatabase database = TestDatabases.create(server);
                Connection connection = database.connect()) {
            make(connection, script);
            Schema schema = new SchemaReader(engine).read(connection);
            ServerVersion version = ServerVersions.read(connection, engine);
            for (CommonChanges.Change change : changes.all(schema)) {
                report.append("# ").append(change.title()).append("\n\n");
                report.append(report(connection, version, schema, change)).append('\n');
            }
        }
        Path file = FOLDER.resolve(name + "-" + engine.name().toLowerCase(Locale.ROOT) + ".md");
        if (Boolean.getBoolean("updateGoldens")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, report);
        }
        assertThat(report).as("%s", file).hasToString(Files.readString(file));
    }

    private String report(Connection connection, ServerVersion version, Schema schema, CommonChanges.Change change) {
        RenameHints hints = change.hints();
        SchemaDiff diff = SchemaDiff.of(schema, change.after(), hints);
        Plan plan = Plan.of(diff, PlanOptions.online(version));
        Facts read = new FactReader(engine, Budget.SHORT).read(connection, plan, diff);
        Facts counted = Facts.of(ServerFacts.unknown("no database was asked"), List.of(), read.counted());
        JudgedPlan judged = new JudgedPlan(
                diff, plan, version, counted, new RiskAssessor().assess(plan, diff, counted), null, null);
        return new MarkdownReport()
                .write(new PlanReports("migrate plan", change.title(), null, null, List.of()).of(judged));
    }

    /** Tables and rows, in whichever order they come. */
    private void make(Connection connection, String script) throws IOException, SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            if (engine.family() == EngineFamily.MYSQL) {
                statement.execute("SET foreign_key_checks = 0");
            }
            for (String sql : SharedData.schema(script)) {
                statement.execute(sql);
            }
            if (engine == DatabaseEngine.POSTGRESQL) {
                statement.execute("SET LOCAL session_replication_role = replica");
            }
            for (String sql : SharedData.rows(script)) {
                statement.execute(sql);
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private String by(String postgresql, String mysql, String sqlite) {
        return switch (engine.family()) {
            case POSTGRESQL -> postgresql;
            case MYSQL -> mysql;
            case SQLITE -> sqlite;
        };
    }
}
