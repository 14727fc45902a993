package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.DataFlow;
import dev.dataflow.build.ClassFolder;
import dev.dataflow.build.IsolatedModels;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.descriptor.DescriptorReader;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.diff.RenameFlags;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.diff.ValueStatistics;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.planfile.FlywaySql;
import dev.dataflow.migrations.planfile.PlanFile;
import dev.dataflow.migrations.planfile.PlannedStep;
import dev.dataflow.migrations.planfile.SqlFile;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.rename.ModelRenames;
import dev.dataflow.migrations.rule.Match;
import dev.dataflow.migrations.rule.StatementMatch;
import dev.dataflow.migrations.rule.StatementRules;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.scratch.ModelSchemas;
import dev.dataflow.migrations.statistics.ValueStatisticsReader;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes of the page about changes of models: on SQLite, with a model that is compiled here as it was and as it is. */
class SchemaChangesGuideTest {

    private static final String BEFORE = """
            package club;

            import dev.dataflow.annotations.Model;

            // docs:member-before
            @Model(timestamps = false)
            public record Member(Long id, String name) {}
            // docs:end
            """;

    private static final String UNSAID = """
            package club;

            import dev.dataflow.annotations.Model;

            // docs:member-unsaid
            @Model(timestamps = false)
            public record Member(Long id, String fullName) {}
            // docs:end
            """;

    private static final String AFTER = """
            package club;

            import dev.dataflow.annotations.Model;
            import dev.dataflow.annotations.RenamedFrom;

            // docs:member-after
            @Model(timestamps = false)
            public record Member(Long id, @RenamedFrom("name") String fullName) {}
            // docs:end
            """;

    private static final DatabaseEngine ENGINE = DatabaseEngine.SQLITE;

    private final Recording recording = new Recording();

    @TempDir
    private Path folder;

    private @Nullable TestDatabase database;
    private Connection connection;

    @BeforeEach
    void membersOfBefore() throws Exception {
        assumeTrue(TestDatabases.engines().contains(Engine.SQLITE), "this test run leaves SQLite out");
        database = TestDatabases.create(Engine.SQLITE);
        ClassFolder classes = new ClassFolder(Files.createDirectory(folder.resolve("before"))).compile(BEFORE);
        try (IsolatedModels models = IsolatedModels.in(classes.path())) {
            DataFlow.builder().url(database.url()).classLoader(models).build().close();
        }
        connection = database.connect();
        connection.createStatement().execute("INSERT INTO members (name) VALUES ('Ann Lee'), ('Bo Ek')");
    }

    @AfterEach
    void close() throws SQLException {
        if (database != null) {
            connection.close();
            database.close();
        }
    }

    private Models models(String source) throws Exception {
        ClassFolder classes = new ClassFolder(Files.createDirectory(folder.resolve("after"))).compile(source);
        return Models.read(List.of("club.Member"), new DescriptorReader(IsolatedModels.in(classes.path())));
    }

    @Test
    void saidInTheModel() throws Exception {
        Models models = models(AFTER);
        scene("renamed");
        // docs:renamed
        Schema present = new SchemaReader(ENGINE).read(connection);
        Schema wanted = new ModelSchemas(ENGINE).read(connection, models);
        ModelRenames renames = ModelRenames.of(models, present, RenameHints.NONE);
        SchemaDiff diff = SchemaDiff.of(present, wanted, renames.hints());
        diff.changes().forEach(change -> print(change.describe()));

        for (String sql : Plan.of(diff).steps().get(0).statements()) {
            connection.createStatement().execute(sql);
        }
        Schema changed = new SchemaReader(ENGINE).read(connection);
        print("as the models want it: " + changed.equals(wanted));
        ModelRenames.of(models, changed, RenameHints.NONE).notes().forEach(note -> print(note));
        // docs:end
        Pages.check("output", "renamed", recording.output());
        assertThat(diff.changes()).hasSize(1);
    }

    @Test
    void unsaid() throws Exception {
        Models models = models(UNSAID);
        Schema present = new SchemaReader(ENGINE).read(connection);
        Schema wanted = new ModelSchemas(ENGINE).read(connection, models);
        scene("question");
        // docs:question
        ValueStatistics statistics = new ValueStatisticsReader(ENGINE, Duration.ofSeconds(5))
                .read(connection, SchemaDiff.of(present, wanted));
        SchemaDiff asked = SchemaDiff.of(present, wanted, RenameHints.NONE, statistics);
        asked.questions().forEach(question -> print(question.text()));

        RenameHints answer = RenameFlags.read(List.of("members.name=members.full_name"), List.of());
        SchemaDiff.of(present, wanted, answer).changes().forEach(change -> print(change.describe()));
        // docs:end
        Pages.check("output", "question", recording.output());
    }

    @Test
    void planFile() throws Exception {
        Models models = models(AFTER);
        Schema present = new SchemaReader(ENGINE).read(connection);
        SchemaDiff diff = SchemaDiff.of(
                present,
                new ModelSchemas(ENGINE).read(connection, models),
                ModelRenames.of(models, present, RenameHints.NONE).hints());
        scene("plan-file");
        // docs:plan-file
        String text = PlanFile.of(Plan.of(diff), diff).write();

        PlanFile file = PlanFile.read(text);
        file.requireFits(present, ServerVersion.of("3.54.1"));
        for (PlannedStep step : file.steps()) {
            print(step.id() + ", " + step.step().phase());
            print(step.step().statements());
            print(step.step().inverse().statements());
        }
        // docs:end
        Pages.check("output", "plan-file", recording.output());

        scene("flyway");
        // docs:flyway
        for (SqlFile each : FlywaySql.of(Plan.of(diff), "full_name", "7")) {
            print("-- " + each.name());
            print(each.text());
        }
        // docs:end
        Pages.check("output", "flyway", recording.output());
    }

    /** No database is needed: the file is for another one than this page's. */
    @Test
    void hazardsOfAFile() {
        scene("hazards");
        // docs:hazards
        String file = """
                ALTER TABLE members ADD COLUMN email text;
                CREATE INDEX members_email ON members (email);
                ALTER TABLE members DROP COLUMN name;
                """;
        ServerVersion version = ServerVersion.of("17.4");
        for (StatementMatch found : StatementRules.of(DatabaseEngine.POSTGRESQL, version)
                .inOneTransaction()
                .matches(file)) {
            Match match = found.match();
            print("line " + found.line() + ": " + match.rule().name() + ", at least "
                    + match.rule().floor());
            print("    " + match.claim().lock().name() + ", "
                    + match.claim().work().label());
            print("    safely: " + match.claim().recipe());
        }
        // docs:end
        Pages.check("output", "hazards", recording.output());
    }

    private void scene(String name) {
        assertThat(Pages.blocks("output"))
                .anySatisfy(block -> assertThat(block.source()).startsWith(name));
        recording.restart();
    }

    private void print(Object value) {
        recording.print(value);
    }
}
