package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.DataFlow;
import dev.dataflow.build.ClassFolder;
import dev.dataflow.build.IsolatedModels;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.nio.file.Path;
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

    private void scene(String name) {
        assertThat(Pages.blocks("sql"))
                .anySatisfy(block -> assertThat(block.source()).startsWith(name));
        recording.restart();
    }

    private void print(Object value) {
        recording.print(value);
    }
}
