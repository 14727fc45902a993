package dev.dataflow.migrations.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.migrations.SchemaDdl;
import dev.dataflow.migrations.fixture.ClassPath;
import dev.dataflow.migrations.fixture.OpeningJvm;
import dev.dataflow.migrations.fixture.Recording;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.fixture.Shop;
import dev.dataflow.model.ModelDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Ten that open one empty database at the same moment: all come up, and one creates. */
class ConcurrentOpeningTest extends SchemaTest {

    private static final int COUNT = 10;

    private static final List<String> NAMES =
            Shop.all().stream().map(ModelDescriptor::name).sorted().toList();

    /** Started once and used for each engine. */
    private static final List<OpeningJvm> JVMS = new ArrayList<>();

    @Test
    void threads() throws Exception {
        ClassPath path = ClassPath.of(folder, Shop.all());
        CyclicBarrier barrier = new CyclicBarrier(COUNT);
        Callable<String> opening = () -> {
            try (Connection own = database.connect()) {
                Recording recording = new Recording(own);
                barrier.await();
                open(recording.connection(), true, SOON, NAMES, path);
                return "created " + recording.ddl().size();
            }
        };
        ExecutorService executor = Executors.newFixedThreadPool(COUNT);
        try {
            List<String> answers = new ArrayList<>();
            for (Future<String> future : executor.invokeAll(Collections.nCopies(COUNT, opening))) {
                answers.add(future.get());
            }
            assertCreatedOnce(answers);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void processes() throws SQLException {
        List<OpeningJvm> jvms = jvms();
        jvms.forEach(jvm -> jvm.open(engine, database.url()));
        assertCreatedOnce(jvms.stream().map(OpeningJvm::answer).toList());
    }

    private void assertCreatedOnce(List<String> answers) throws SQLException {
        int statements = SchemaDdl.statements(engine, Shop.all()).size();
        List<String> expected = new ArrayList<>(Collections.nCopies(COUNT - 1, "created 0"));
        expected.add("created " + statements);
        assertThat(answers).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(tables()).hasSize(Shop.all().size());
        check(Shop.all().toArray(ModelDescriptor[]::new));
    }

    private static synchronized List<OpeningJvm> jvms() {
        if (JVMS.isEmpty()) {
            try {
                // beside the compiled tests, because the folder outlives each test
                Path shared = Files.createDirectories(Path.of("target", "descriptors"));
                ClassPath.of(shared, Shop.all());
                for (int i = 0; i < COUNT; i++) {
                    JVMS.add(OpeningJvm.start(shared, NAMES));
                }
                Runtime.getRuntime().addShutdownHook(new Thread(() -> JVMS.forEach(OpeningJvm::end)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertThat(JVMS.stream().map(OpeningJvm::answer)).containsOnly("ready");
        }
        return JVMS;
    }
}
