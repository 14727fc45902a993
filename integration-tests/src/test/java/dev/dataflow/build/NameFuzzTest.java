package dev.dataflow.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models with random names: each that the processor takes compiles without a warning and works; each other is refused with
 * a code, never by a broken generated file. {@code -Ddataflow.test.models=1000} takes more, on every database, and
 * {@code -Ddataflow.test.seed=…} repeats a run.
 */
class NameFuzzTest {

    private static final int BATCH = 50;
    private static final int FEW = 40;
    private static final String REFUSED = "(?s)(m\\d+)/[^/]+\\.java: \\[VAL-\\d{3}] .*";

    private final int count = Integer.getInteger("dataflow.test.models", FEW);
    private final long seed = Long.getLong("dataflow.test.seed", System.nanoTime());

    @TempDir
    private Path folder;

    @Test
    void modelsWithAnyNameWorkOrAreRefused() throws Exception {
        System.out.println("name fuzz: " + count + " models, -Ddataflow.test.seed=" + seed);
        List<Engine> engines = count > FEW ? TestDatabases.engines() : List.of(Engine.SQLITE);
        RandomModels models = new RandomModels(seed);
        int taken = 0;
        for (int done = 0; done < count; done += BATCH) {
            List<RandomModel> batch = models.next(Math.min(BATCH, count - done));
            StrictCompile compile = new StrictCompile(folder.resolve("batch" + done));
            List<RandomModel> accepted = accepted(batch, compile.run(batch, "-proc:only"));
            assertThat(compile.run(accepted)).as("seed " + seed).isEmpty();
            for (Engine engine : engines) {
                roundTrip(engine, compile.classes(), accepted);
            }
            taken += accepted.size();
        }
        System.out.println("name fuzz: " + taken + " taken, " + (count - taken) + " refused, on " + engines);
        assertThat(taken).isGreaterThan(count / 3);
    }

    private List<RandomModel> accepted(List<RandomModel> models, List<String> problems) {
        assertThat(problems).as("seed " + seed).allMatch(problem -> problem.matches(REFUSED));
        List<String> refused = problems.stream()
                .map(problem -> problem.replaceFirst(REFUSED, "$1"))
                .toList();
        return models.stream()
                .filter(model -> !refused.contains(model.packageName()))
                .toList();
    }

    private void roundTrip(Engine engine, Path classes, List<RandomModel> models) throws Exception {
        try (TestDatabase database = TestDatabases.create(engine);
                IsolatedModels loader = IsolatedModels.in(classes);
                DataFlow df = DataFlow.builder()
                        .url(database.url())
                        .classLoader(loader)
                        .build()) {
            for (RandomModel model : models) {
                try {
                    new RoundTrip(df, loader, model).run();
                } catch (Throwable e) {
                    throw new AssertionError(engine + ", seed " + seed + "\n" + model.text(), e);
                }
            }
        }
    }
}
