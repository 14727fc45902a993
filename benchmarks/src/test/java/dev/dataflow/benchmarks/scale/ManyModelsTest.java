package dev.dataflow.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many models compile with the default heap and open without loading what is not used. 350 of them: {@code -Dmodels=350}. */
class ManyModelsTest {

    private static final int MODELS = Integer.getInteger("models", 40);
    private static final int COLUMNS = 15;
    private static final int MOST_LINES = 1200;

    @TempDir
    private Path folder;

    @Test
    void nothingOfAModelIsLoadedBeforeItIsUsed() throws Exception {
        Path classes = folder.resolve("classes");
        new Javac(ClassPath.all(), ClassPath.all())
                .compile(
                        new ModelSet(MODELS, COLUMNS, ModelSet.Style.REFERENCES).write(folder.resolve("src")), classes);
        assertThat(Folders.files(Javac.sources(classes), ".java").stream()
                                .mapToLong(Folders::lines)
                                .sum()
                        / MODELS)
                .isBetween(1L, (long) MOST_LINES);

        String url = "jdbc:sqlite:" + folder.resolve("many.db");
        try (Noting loader = new Noting(classes.toUri().toURL())) {
            DataFlow.builder().url(url).classLoader(loader).build().close(); // creates the tables
            try (DataFlow df = DataFlow.builder().url(url).classLoader(loader).build()) {
                assertThat(df.models()).hasSizeGreaterThanOrEqualTo(MODELS);
                assertThat(loader.models()).isEmpty();

                assertThat(df.node("M007CountNode").run(Map.of())).containsEntry("count", 0L);
                assertThat(loader.models()).isNotEmpty().allMatch(name -> name.startsWith("many.M007"));
            }
            try (DataFlow df = DataFlow.builder()
                    .url(url)
                    .classLoader(loader)
                    .existingSchema(true)
                    .build()) {
                assertThat(df.models()).contains("many.M001", "many." + ModelSet.name(MODELS));
            }
        }
    }

    /** Notes which classes it loads. */
    private static final class Noting extends URLClassLoader {

        private final Set<String> loaded = new TreeSet<>();

        Noting(URL place) {
            super(new URL[] {place}, Noting.class.getClassLoader());
        }

        /** The loaded classes of models. */
        Set<String> models() {
            Set<String> models = new TreeSet<>(loaded);
            models.removeIf(name -> !name.startsWith("many.M") || name.startsWith("many.Models_"));
            return models;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Class<?> found = super.findClass(name);
            loaded.add(name);
            return found;
        }
    }
}
