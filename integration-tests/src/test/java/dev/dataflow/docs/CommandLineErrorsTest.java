package dev.dataflow.docs;

import static dev.dataflow.error.ErrorCode.CHANGES_PENDING;
import static dev.dataflow.error.ErrorCode.COMMAND_LINE_INVALID;
import static dev.dataflow.error.ErrorCode.FILE_UNUSABLE;
import static dev.dataflow.error.ErrorCode.MODELS_NOT_FOUND;
import static dev.dataflow.error.ErrorCode.SCHEMAS_INCOMPARABLE;
import static dev.dataflow.error.ErrorCode.SCHEMA_DRIFTED;
import static dev.dataflow.error.ErrorCode.SECRET_UNUSABLE;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.snapshot.Snapshot;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors of the command line, as their pages show them. */
class CommandLineErrorsTest extends ErrorScenes {

    @TempDir
    private Path folder;

    private CommandLineFolder shell(Map<String, String> variables) {
        return new CommandLineFolder(folder, variables);
    }

    /** An empty database, named as commands find it. */
    private Map<String, String> empty() throws Exception {
        TestDatabase database = database(Engine.SQLITE);
        database.connect().close();
        return Map.of("DATAFLOW_URL", database.url());
    }

    @Test
    void commandLineInvalid() {
        CommandLineFolder shell = shell(Map.of());
        provoke(COMMAND_LINE_INVALID, () -> {
            // docs:DF-006
            shell.run("migrate plan --clas-path target/classes");
            // docs:end
        });
    }

    @Test
    void secretUnusable() {
        CommandLineFolder shell = shell(Map.of());
        provoke(SECRET_UNUSABLE, () -> {
            // docs:DF-007
            shell.run("db snapshot --url jdbc:postgresql://localhost/shop --user ann --password hunter2");
            // docs:end
        });
    }

    @Test
    void fileUnusable() {
        CommandLineFolder shell = new CommandLineFolder(Path.of(""), Map.of());
        provoke(FILE_UNUSABLE, () -> {
            // docs:DF-008
            shell.run("db snapshot kept/shop.json");
            // docs:end
        });
    }

    @Test
    void modelsNotFound() throws Exception {
        CommandLineFolder shell = new CommandLineFolder(
                Path.of(""), Map.of("DATAFLOW_URL", database(Engine.SQLITE).url()));
        provoke(MODELS_NOT_FOUND, () -> {
            // docs:DF-009
            // the folder of sources instead of that of classes
            shell.run("migrate plan --classpath src/test/java");
            // docs:end
        });
    }

    @Test
    void schemaDrifted() throws Exception {
        TestDatabase database = database(Engine.SQLITE);
        CommandLineFolder shell = shell(Map.of("DATAFLOW_URL", database.url()));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)");
            provoke(SCHEMA_DRIFTED, () -> {
                // docs:DF-340
                shell.run("db snapshot --out kept.json");
                statement.execute("ALTER TABLE notes ADD COLUMN hotfix TEXT");
                shell.run("db drift --against kept.json");
                // docs:end
            });
        }
    }

    @Test
    void changesPending() throws Exception {
        CommandLineFolder shell = shell(empty()).withModels("classes", Author.class, Book.class);
        provoke(CHANGES_PENDING, () -> {
            // docs:DF-344
            // a database without tables
            shell.run("migrate plan --classpath classes --check");
            // docs:end
        });
    }

    @Test
    void schemasIncomparable() throws Exception {
        Files.writeString(folder.resolve("old.json"), Snapshot.write(Schema.empty(DatabaseEngine.MYSQL)));
        Files.writeString(folder.resolve("new.json"), Snapshot.write(Schema.empty(DatabaseEngine.POSTGRESQL)));
        CommandLineFolder shell = shell(Map.of());
        provoke(SCHEMAS_INCOMPARABLE, () -> {
            // docs:DF-345
            // one was taken from MySQL and the other from PostgreSQL
            shell.run("db diff --from old.json --to new.json");
            // docs:end
        });
    }
}
