package dev.dataflow.docs;

import static dev.dataflow.error.ErrorCode.DESCRIPTOR_INVALID;
import static dev.dataflow.error.ErrorCode.MIGRATION_FAILED;
import static dev.dataflow.error.ErrorCode.MODEL_UNSUPPORTED;
import static dev.dataflow.error.ErrorCode.SCHEMA_DIFFERS;
import static dev.dataflow.error.ErrorCode.SCHEMA_LOCKED;

import dev.dataflow.DataFlow;
import dev.dataflow.DataFlowBuilder;
import dev.dataflow.build.ClassFolder;
import dev.dataflow.build.IsolatedModels;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors of schemas, as their pages show them. */
class SchemaErrorsTest extends ErrorScenes {

    @TempDir
    private Path folder;

    private void execute(TestDatabase database, String sql) throws Exception {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void migrationFailed() throws Exception {
        TestDatabase database = database(Engine.POSTGRESQL);
        execute(database, "CREATE TABLE notes (text TEXT)");
        provoke(MIGRATION_FAILED, () -> {
            // docs:DF-301
            // somebody else's index has the name of one of ours
            execute(database, "CREATE INDEX uk_authors_email ON notes (text)");
            DataFlow df = builder(database).build();
            // docs:end
            df.close();
        });
    }

    @Test
    void schemaDiffers() throws Exception {
        TestDatabase database = database(Engine.SQLITE);
        builder(database).build().close();
        provoke(SCHEMA_DIFFERS, () -> {
            // docs:DF-302
            execute(database, "ALTER TABLE authors RENAME COLUMN email TO mail");
            DataFlow df = builder(database).build();
            // docs:end
            df.close();
        });
    }

    @Test
    void modelUnsupported() throws Exception {
        TestDatabase database = database(Engine.SQLITE);
        ClassFolder classes = new ClassFolder(folder)
                .compile(
                        "package press; @dev.dataflow.annotations.Model(schema = \"sales\") public record Order(Long id,"
                                + " String note) {}");
        DataFlowBuilder builder = DataFlow.builder().url(database.url()).classLoader(IsolatedModels.in(classes.path()));
        provoke(MODEL_UNSUPPORTED, () -> {
            // docs:DF-303
            // Order is a @Model(schema = "sales"), and the database is SQLite
            DataFlow df = builder.build();
            // docs:end
            df.close();
        });
    }

    @Test
    void descriptorInvalid() throws Exception {
        TestDatabase database = database(Engine.SQLITE);
        ClassFolder classes = new ClassFolder(folder)
                .compile("package press; @dev.dataflow.annotations.Model public record Order(Long id, String note) {}");
        Files.delete(classes.file("META-INF/dataflow/models/press.Order.json"));
        DataFlowBuilder builder = DataFlow.builder().url(database.url()).classLoader(IsolatedModels.in(classes.path()));
        provoke(DESCRIPTOR_INVALID, () -> {
            // docs:DF-304
            // META-INF/dataflow/models/press.Order.json was left out when jars were merged
            DataFlow df = builder.build();
            // docs:end
            df.close();
        });
    }

    @Test
    void schemaLocked() throws Exception {
        TestDatabase database = database(Engine.POSTGRESQL);
        DataFlow.builder().url(database.url()).models(Author.class).build().close();
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE authors");
            provoke(SCHEMA_LOCKED, () -> {
                // docs:DF-310
                // somebody else holds a lock on the table of authors, which books are to refer to
                DataFlow df = builder(database)
                        .schemaLockTimeout(Duration.ofMillis(100))
                        .build();
                // docs:end
                df.close();
            });
        }
    }
}
