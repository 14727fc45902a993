package dev.dataflow.migrations.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.migrations.SchemaDdl;
import dev.dataflow.migrations.fixture.ClassPath;
import dev.dataflow.migrations.fixture.Recording;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.fixture.Shop;
import dev.dataflow.model.ModelDescriptor;
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

/**
 * Ten that open one empty database at the same moment: all come up, and one creates. As processes they do it in the suites'
 * ManyProcessesTest.
 */
class ConcurrentOpeningTest extends SchemaTest {

    private static final int COUNT = 10;

    private static final List<String> NAMES =
            Shop.all().stream().map(ModelDescriptor::name).sorted().toList();

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

    private void assertCreatedOnce(List<String> answers) throws SQLException {
        int statements = SchemaDdl.statements(engine, Shop.all()).size();
        List<String> expected = new ArrayList<>(Collections.nCopies(COUNT - 1, "created 0"));
        expected.add("created " + statements);
        assertThat(answers).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(tables()).hasSize(Shop.all().size());
        check(Shop.all().toArray(ModelDescriptor[]::new));
    }
}
