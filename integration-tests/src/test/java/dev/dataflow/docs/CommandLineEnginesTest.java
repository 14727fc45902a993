package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dataflow.DataFlow;
import dev.dataflow.migrations.planfile.PlanFile;
import dev.dataflow.migrations.planfile.PlannedStep;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on each database. */
@EveryEngine
class CommandLineEnginesTest {

    private final TestDatabase database;

    CommandLineEnginesTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void whatModelsMadeIsWhatTheyWantUntilSomebodyChangesIt(@TempDir Path folder) throws Exception {
        DataFlow.builder()
                .url(database.url())
                .models(Author.class, Book.class)
                .build()
                .close();
        CommandLineFolder shell = new CommandLineFolder(folder, Map.of("DATAFLOW_URL", database.url()))
                .withModels("classes", Author.class, Book.class);
        assertThat(shell.run("migrate plan --classpath classes --check")).contains("nothing to change");
        shell.run("db snapshot --out kept.json");
        assertThat(shell.run("db drift --against kept.json")).startsWith("✔ no drift");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE authors ADD COLUMN fax INTEGER");
            statement.execute("CREATE TABLE orphans (id INTEGER)");
        }
        assertThat(shell.run("migrate plan --classpath classes --online --report plan.html"))
                .contains("authors.fax: drop column", "tables of no model stay as they are: orphans")
                .doesNotContain("drop table");
        assertThat(shell.file("plan.html")).content().contains("authors.fax: drop column");
        assertThat(shell.run("db diff --classpath classes --drop orphans")).contains("drop table orphans");
        assertThatThrownBy(() -> shell.run("db drift --against kept.json"))
                .hasMessageStartingWith("[DF-340] ")
                .hasMessageNotContaining("?");
        assertThat(shell.output()).contains("authors.fax: add column", "create table orphans");
    }

    @Test
    void whatNoModelMadeStaysUntilAFlagNamesIt(@TempDir Path folder) throws Exception {
        try (TestDatabase own = TestDatabases.create(database.engine())) {
            unmodelled(own, folder);
        }
    }

    private static void unmodelled(TestDatabase database, Path folder) throws Exception {
        DataFlow.builder()
                .url(database.url())
                .models(Author.class, Book.class)
                .build()
                .close();
        CommandLineFolder shell = new CommandLineFolder(folder, Map.of("DATAFLOW_URL", database.url()))
                .withModels("classes", Author.class, Book.class);
        assertThat(shell.run("db drift --classpath classes")).contains("no drift");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE INDEX by_hand ON books (published_on)");
            statement.execute("CREATE VIEW drafts AS SELECT id FROM books WHERE published_on IS NULL");
        }
        assertThat(shell.run("migrate plan --classpath classes --check"))
                .contains(
                        "nothing to change",
                        "no model has these",
                        "index by_hand of books, view drafts",
                        "--drop books.by_hand");
        assertThat(shell.run("db diff --classpath classes --check")).contains("no difference");
        assertThat(shell.run("db diff --classpath classes --drop books.by_hand --drop drafts"))
                .contains("books: drop index by_hand", "drop view drafts", "2 changes");
        assertThatThrownBy(() -> shell.run("db drift --classpath classes")).hasMessageStartingWith("[DF-340] ");
        assertThat(shell.output())
                .contains("not of the models: index by_hand of books")
                .doesNotContain("not of the models: view");
        DataFlow.builder()
                .url(database.url())
                .models(Author.class, Book.class)
                .build()
                .close();
        assertThat(shell.run("db diff --classpath classes")).contains("by_hand");
    }

    @Test
    void eachSchemaOfModelsHasAPlan(@TempDir Path folder) throws Exception {
        assumeThat(database.engine()).isNotEqualTo(Engine.SQLITE);
        try (TestDatabase own = TestDatabases.create(database.engine())) {
            schemas(own, folder);
        }
    }

    private static void schemas(TestDatabase database, Path folder) throws Exception {
        String schema = "cli_" + UUID.randomUUID().toString().substring(0, 8);
        CommandLineFolder shell = new CommandLineFolder(folder, Map.of("DATAFLOW_URL", database.url()))
                .withModels("classes", Author.class, Book.class)
                .withSchema("classes", Author.class, schema);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
            boolean postgres = database.engine() == Engine.POSTGRESQL;
            String own = postgres ? connection.getSchema() : connection.getCatalog();
            try {
                assertThat(shell.run("migrate plan --classpath classes --out books.json"))
                        .contains("create table books")
                        .contains("--schema " + schema + " looks at them, and comes first");
                assertThat(shell.run("migrate plan --classpath classes --out authors.json --schema " + schema))
                        .contains("create table authors")
                        .contains("models of the connection's schema are left out");
                go(database, connection, schema);
                run(connection, shell, "authors.json");
                go(database, connection, own);
                run(connection, shell, "books.json");
                for (String each : new String[] {"", " --schema " + schema, " --schema " + own}) {
                    assertThat(shell.run("db diff --check --classpath classes" + each))
                            .contains("no difference");
                }
                statement.execute("ALTER TABLE " + schema + ".authors ADD COLUMN fax INTEGER");
                statement.execute("INSERT INTO " + schema + ".authors (name, email, fax, created_at, updated_at)"
                        + " VALUES ('Jane Austen', 'jane@example.org', 1, '2026-01-01', '2026-01-01')");
                assertThat(shell.run("migrate plan --classpath classes --schema " + schema))
                        .contains("authors.fax: drop column", "1 value of authors.fax", "CRITICAL");
                assertThat(shell.run("migrate plan --classpath classes --check"))
                        .contains("nothing to change");
            } finally {
                statement.execute("DROP TABLE IF EXISTS " + own + ".books");
                statement.execute("DROP SCHEMA " + schema + (postgres ? " CASCADE" : ""));
            }
        }
    }

    private static void go(TestDatabase database, Connection connection, String schema) throws SQLException {
        if (database.engine() == Engine.POSTGRESQL) {
            connection.setSchema(schema);
        } else {
            connection.setCatalog(schema);
        }
    }

    /** A statement of MySQL's driver stays in the database in which it was made. */
    private static void run(Connection connection, CommandLineFolder shell, String file) throws Exception {
        try (Statement statement = connection.createStatement()) {
            for (PlannedStep step :
                    PlanFile.read(Files.readString(shell.file(file))).steps()) {
                for (String sql : step.step().statements()) {
                    statement.execute(sql);
                }
            }
        }
    }
}
