package dev.dataflow.docs;

import static dev.dataflow.error.ErrorCode.AUTHENTICATION_FAILED;
import static dev.dataflow.error.ErrorCode.CLOSED;
import static dev.dataflow.error.ErrorCode.COLLATION_UNKNOWN;
import static dev.dataflow.error.ErrorCode.DATABASE_MISMATCH;
import static dev.dataflow.error.ErrorCode.DATABASE_READ_ONLY;
import static dev.dataflow.error.ErrorCode.DATABASE_UNREACHABLE;
import static dev.dataflow.error.ErrorCode.DATABASE_UNSAFE;
import static dev.dataflow.error.ErrorCode.DRIVER_MISSING;
import static dev.dataflow.error.ErrorCode.GENERATED_CODE_STALE;
import static dev.dataflow.error.ErrorCode.GENERATED_CODE_VERSION;
import static dev.dataflow.error.ErrorCode.MODEL_NOT_GENERATED;
import static dev.dataflow.error.ErrorCode.NODE_AMBIGUOUS;
import static dev.dataflow.error.ErrorCode.NODE_UNKNOWN;
import static dev.dataflow.error.ErrorCode.SCHEMA_STEP_MISSING;
import static dev.dataflow.error.ErrorCode.SETTING_INVALID;
import static dev.dataflow.error.ErrorCode.URL_UNSUPPORTED;

import dev.dataflow.DataFlow;
import dev.dataflow.build.ClassFolder;
import dev.dataflow.build.IsolatedModels;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.WithoutLibrary;
import dev.dataflow.transaction.TransactionOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors of opening an instance, as their pages show them. */
class SetUpErrorsTest extends ErrorScenes {

    private static final String ORDER =
            "package press; @dev.dataflow.annotations.Model public record Order(Long id, String note) {}";

    @TempDir
    private Path folder;

    /** In a class loader without the driver. */
    static final class WithoutDriver implements Runnable {
        @Override
        public void run() {
            // docs:DF-001
            // org.postgresql:postgresql is no dependency
            DataFlow df = DataFlow.open("jdbc:postgresql://localhost/shop");
            // docs:end
            df.close();
        }
    }

    @Test
    void driverMissing() throws Exception {
        try (WithoutLibrary without = new WithoutLibrary("postgresql-")) {
            provoke(DRIVER_MISSING, () -> without.run(WithoutDriver.class));
        }
    }

    /** In a class loader without the migrations engine. */
    static final class WithoutMigrations implements Runnable {
        @Override
        public void run() {
            // docs:DF-005
            // dev.dataflow:dataflow-migrations is no dependency
            DataFlow df =
                    DataFlow.builder().url(":memory:").models(Author.class).build();
            // docs:end
            df.close();
        }
    }

    @Test
    void schemaStepMissing() throws Exception {
        try (WithoutLibrary without = new WithoutLibrary("migrations-engine", "dataflow-migrations")) {
            provoke(SCHEMA_STEP_MISSING, () -> without.run(WithoutMigrations.class));
        }
    }

    @Test
    void modelNotGenerated() throws Exception {
        ClassLoader models = IsolatedModels.in(
                new ClassFolder(folder).compileWithoutProcessor(ORDER).path());
        provoke(MODEL_NOT_GENERATED, () -> {
            // docs:DF-002
            // the models were compiled without the processor
            DataFlow df = DataFlow.builder().url(":memory:").classLoader(models).build();
            // docs:end
            df.close();
        });
    }

    @Test
    void collationUnknown() throws Exception {
        ClassFolder classes = new ClassFolder(folder)
                .compile("package press; import dev.dataflow.annotations.*; @Model public record Order(Long id,"
                        + " @Column(collation = \"utf8mb4_0900_ai_ci\") String note) {}");
        ClassLoader models = IsolatedModels.in(classes.path());
        provoke(COLLATION_UNKNOWN, () -> {
            // docs:DF-020
            // Order has the component @Column(collation = "utf8mb4_0900_ai_ci") String note
            DataFlow df = DataFlow.builder().url(":memory:").classLoader(models).build();
            // docs:end
            df.close();
        });
    }

    @Test
    void urlUnsupported() {
        provoke(URL_UNSUPPORTED, () -> {
            // docs:DF-010
            DataFlow df = DataFlow.open("shop.db");
            // docs:end
            df.close();
        });
    }

    @Test
    void databaseUnreachable() {
        provoke(DATABASE_UNREACHABLE, () -> {
            // docs:DF-011
            DataFlow df = DataFlow.open("postgresql://localhost:1/shop");
            // docs:end
            df.close();
        });
    }

    @Test
    void authenticationFailed() {
        TestDatabase database = database(Engine.POSTGRESQL);
        String url = database.url().replaceAll("[?].*", "");
        provoke(AUTHENTICATION_FAILED, () -> {
            // docs:DF-012
            DataFlow df = DataFlow.builder().url(url).user("nobody").build();
            // docs:end
            df.close();
        });
    }

    @Test
    void databaseReadOnly() {
        try (DataFlow df = builder(database(Engine.SQLITE)).build()) {
            AuthorNodes authors = AuthorNodes.on(df);
            provoke(DATABASE_READ_ONLY, () -> {
                // docs:DF-013
                df.transaction(
                        TransactionOptions.reading(),
                        tx -> authors.create(draft -> draft.name("Jane Austen").email("jane@example.org")));
                // docs:end
            });
            // docs:DF-013-fixed
            df.transaction(
                    tx -> authors.create(draft -> draft.name("Jane Austen").email("jane@example.org")));
            // docs:end
        }
    }

    @Test
    void databaseUnsafe() {
        provoke(DATABASE_UNSAFE, () -> {
            // docs:DF-014
            DataFlow df = DataFlow.open("jdbc:mysql://localhost/shop?useAffectedRows=true");
            // docs:end
            df.close();
        });
    }

    @Test
    void settingInvalid() {
        provoke(SETTING_INVALID, () -> {
            // docs:DF-015
            DataFlow df = DataFlow.builder().url(":memory:").poolSize(-4).build();
            // docs:end
            df.close();
        });
        // docs:DF-015-fixed
        DataFlow df = DataFlow.builder().url(":memory:").poolSize(4).build();
        // docs:end
        df.close();
    }

    @Test
    void closed() {
        String url = database(Engine.SQLITE).url();
        provoke(CLOSED, () -> {
            // docs:DF-016
            BookNodes books;
            try (DataFlow df =
                    DataFlow.builder().url(url).models(Author.class, Book.class).build()) {
                books = BookNodes.on(df);
            }
            books.count();
            // docs:end
        });
        // docs:DF-016-fixed
        try (DataFlow df =
                DataFlow.builder().url(url).models(Author.class, Book.class).build()) {
            BookNodes.on(df).count();
        }
        // docs:end
    }

    @Test
    void nodeUnknown() {
        try (DataFlow df = builder(database(Engine.SQLITE)).build()) {
            provoke(NODE_UNKNOWN, () -> {
                // docs:DF-017
                df.node("BokCountNode");
                // docs:end
            });
            // docs:DF-017-fixed
            df.node("BookCountNode");
            // docs:end
        }
    }

    @Test
    void nodeAmbiguous() throws Exception {
        ClassFolder press = new ClassFolder(folder.resolve("press")).compile(ORDER);
        ClassFolder archive = new ClassFolder(folder.resolve("archive"))
                .compile("package archive; @dev.dataflow.annotations.Model(table = \"archived_orders\")"
                        + " public record Order(Long id, String note) {}");
        try (DataFlow df = DataFlow.builder()
                .url(":memory:")
                .classLoader(IsolatedModels.in(press.path(), archive.path()))
                .build()) {
            provoke(NODE_AMBIGUOUS, () -> {
                // docs:DF-018
                // the models are press.Order and archive.Order
                df.node("OrderCountNode");
                // docs:end
            });
            // docs:DF-018-fixed
            df.node("press.OrderCountNode");
            // docs:end
        }
    }

    @Test
    void databaseMismatch() {
        String url =
                database(Engine.MYSQL).url().replace("jdbc:mysql:", "jdbc:mariadb:") + "&allowPublicKeyRetrieval=true";
        provoke(DATABASE_MISMATCH, () -> {
            // docs:DF-019
            // the server is MySQL, and the URL starts with jdbc:mariadb:
            DataFlow df = DataFlow.open(url);
            // docs:end
            df.close();
        });
    }

    @Test
    void generatedCodeVersion() throws Exception {
        ClassFolder classes = new ClassFolder(folder).compile(ORDER);
        classes.compileWithoutProcessor("package press; public final class OrderNodes {}");
        try (DataFlow df = DataFlow.builder()
                .url(":memory:")
                .classLoader(IsolatedModels.in(classes.path()))
                .build()) {
            provoke(GENERATED_CODE_VERSION, () -> {
                // docs:DF-021
                // OrderNodes is of another version than the rest
                df.node("OrderCountNode");
                // docs:end
            });
        }
    }

    @Test
    void generatedCodeStale() throws Exception {
        ClassFolder classes = new ClassFolder(folder).compile(ORDER);
        classes.compileWithoutProcessor(ORDER.replace("String note", "String note, int pages"));
        ClassLoader models = IsolatedModels.in(classes.path());
        provoke(GENERATED_CODE_STALE, () -> {
            // docs:DF-022
            // Order got a component, and was compiled again without the processor
            DataFlow df = DataFlow.builder().url(":memory:").classLoader(models).build();
            // docs:end
            df.close();
        });
    }
}
