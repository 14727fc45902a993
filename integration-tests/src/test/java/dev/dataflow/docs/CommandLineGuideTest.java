package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.DataFlow;
import dev.dataflow.cli.diagram.TouchedTables;
import dev.dataflow.cli.report.HtmlReport;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.descriptor.DescriptorReader;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.scratch.ModelSchemas;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenes of the page about the command line. */
class CommandLineGuideTest {

    private static final Path PICTURE = Pages.root().resolve("docs/guide/images/plan.svg");

    /** A database that is not what the models say any more: a column too many with values, and one too few. */
    private static void prepare(TestDatabase database) throws Exception {
        DataFlow.builder()
                .url(database.url())
                .models(Author.class, Book.class)
                .build()
                .close();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE authors ADD COLUMN fax INTEGER");
            statement.execute("DROP INDEX ix_books_status_published_on");
            statement.execute("ALTER TABLE books DROP COLUMN published_on");
            statement.execute("INSERT INTO authors (name, email, fax, created_at, updated_at) VALUES ('Jane Austen',"
                    + " 'jane@example.org', 1, '2026-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z')");
        }
    }

    @Test
    void plan(@TempDir Path folder) throws Exception {
        assumeTrue(TestDatabases.engines().contains(Engine.SQLITE), "this test run leaves SQLite out");
        try (TestDatabase database = TestDatabases.create(Engine.SQLITE)) {
            prepare(database);
            CommandLineFolder shell = new CommandLineFolder(folder, Map.of("DATAFLOW_URL", database.url()))
                    .withModels("classes", Author.class, Book.class);
            scene("command-plan");
            String plan = shell.run("migrate plan --classpath classes --report plan.html");
            Pages.check("output", "command-plan", plan.replaceAll("jdbc:sqlite:[^)]*", "jdbc:sqlite:shop.db"));
            assertThat(shell.file("plan.html")).content().contains("authors.fax: drop column");
            picture(database);
        }
    }

    @Test
    void lint(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("V7__status.sql"),
                "ALTER TABLE books ADD COLUMN state text;\nCREATE INDEX ix_books_state ON books (state);\n");
        CommandLineFolder shell = new CommandLineFolder(folder, Map.of());
        scene("command-lint");
        Pages.check(
                "output",
                "command-lint",
                shell.run("migrate lint V7__status.sql --engine postgresql --server-version 17"));
    }

    private static void picture(TestDatabase database) throws Exception {
        Models models = Models.read(
                List.of(Author.class.getName(), Book.class.getName()),
                new DescriptorReader(Author.class.getClassLoader()));
        try (Connection connection = database.connect()) {
            Schema present = new SchemaReader(DatabaseEngine.SQLITE).read(connection);
            Schema wanted = new ModelSchemas(DatabaseEngine.SQLITE).read(connection, models);
            String picture = HtmlReport.picture(new TouchedTables(SchemaDiff.of(present, wanted)).after());
            if (Boolean.getBoolean("updateDocs")) {
                Files.createDirectories(PICTURE.getParent());
                Pages.write(PICTURE, picture);
            }
            assertThat(Pages.read(PICTURE)).isEqualTo(picture);
        }
    }

    private static void scene(String name) {
        assertThat(Pages.blocks("output"))
                .anySatisfy(block -> assertThat(block.source()).startsWith(name));
    }
}
