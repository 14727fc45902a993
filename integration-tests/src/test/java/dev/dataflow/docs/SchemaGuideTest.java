package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.DataFlow;
import dev.dataflow.build.ClassFolder;
import dev.dataflow.build.IsolatedModels;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.descriptor.DescriptorReader;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.scratch.ModelSchemas;
import dev.dataflow.migrations.snapshot.Fingerprint;
import dev.dataflow.migrations.snapshot.Snapshot;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scene of the page about the schema that shows another one. On PostgreSQL only, where it lies in the test's database; and
 * its model is compiled here, for SQLite would refuse to open with it.
 */
class SchemaGuideTest {

    private static final String NOTE = """
            package archive;

            import dev.dataflow.annotations.Model;

            // docs:other-schema-model
            @Model(schema = "archive", timestamps = false)
            public record Note(Long id, String text) {}
            // docs:end
            """;

    private final Recording recording = new Recording();

    @Test
    void otherSchema(@TempDir Path folder) throws Exception {
        assumeTrue(TestDatabases.engines().contains(Engine.POSTGRESQL), "this test run leaves PostgreSQL out");
        try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL);
                IsolatedModels models =
                        IsolatedModels.in(new ClassFolder(folder).compile(NOTE).path());
                DataFlow df = DataFlow.builder()
                        .url(database.url())
                        .classLoader(models)
                        .statementListener(recording)
                        .build()) {
            scene("other-schema");
            // docs:other-schema
            print(df.node("NoteCreateNode").run(Map.of("text", "of the year before")));
            print(df.node("NoteListNode").run(Map.of("filter", Map.of("id", 1))).get("count"));
            // docs:end
            Pages.check("sql", "other-schema postgresql", recording.sql());
            Pages.check("output", "other-schema", recording.output());
            assertThat(df.dsl().fetchValue("select count(*) from archive.notes", Long.class))
                    .isEqualTo(1L);
        }
    }

    @Test
    void reading() throws Exception {
        assumeTrue(TestDatabases.engines().contains(Engine.SQLITE), "this test run leaves SQLite out");
        Models models = Models.read(
                List.of(Author.class.getName(), Book.class.getName()),
                new DescriptorReader(Author.class.getClassLoader()));
        try (TestDatabase database = TestDatabases.create(Engine.SQLITE)) {
            DataFlow.builder()
                    .url(database.url())
                    .models(Author.class, Book.class)
                    .build()
                    .close();
            try (Connection connection = database.connect()) {
                scene("reading");
                // docs:reading
                Schema schema = new SchemaReader(DatabaseEngine.SQLITE).read(connection);
                for (Column column : schema.table("books").orElseThrow().columns()) {
                    print(column.name() + " " + column.type() + (column.nullable() ? "" : " NOT NULL"));
                }
                Schema wanted = new ModelSchemas(DatabaseEngine.SQLITE).read(connection, models);
                print("as the models want it: " + wanted.equals(schema));

                String kept = Snapshot.write(schema);
                connection.createStatement().execute("ALTER TABLE books ADD COLUMN pages INTEGER");
                Schema changed = new SchemaReader(DatabaseEngine.SQLITE).read(connection);
                print("as it was: " + Fingerprint.of(changed).equals(Fingerprint.of(Snapshot.read(kept))));
                // docs:end
                Pages.check("output", "reading", recording.output());
            }
        }
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
