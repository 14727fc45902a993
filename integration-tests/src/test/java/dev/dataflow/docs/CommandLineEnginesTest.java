package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
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
}
