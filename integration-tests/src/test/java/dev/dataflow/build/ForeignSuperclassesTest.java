package dev.dataflow.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models whose superclasses are not in their sources: they lie in a jar, or another processor writes them. */
@EveryEngine
class ForeignSuperclassesTest {

    private static final String STORED = """
            package lib;

            import dev.dataflow.annotations.*;

            public abstract class Stored<K> implements Coded {
              private K id;
              private String code;
              @Column(length = 30) protected String zeta = "z";

              protected Stored() {}

              protected Stored(K id, String code, String zeta) { this.id = id; this.code = code; this.zeta = zeta; }

              public K getId() { return id; }
              public void setId(K id) { this.id = id; }
              public String getCode() { return code; }
              public void setCode(String code) { this.code = code; }
              public String zeta() { return zeta; }
              public void setZeta(String zeta) { this.zeta = zeta; }
            }
            """;

    private static final String CODED = """
            package lib;

            public interface Coded { @dev.dataflow.annotations.Unique String getCode(); }
            """;

    private static final String BEAN = """
            package app;

            @dev.dataflow.annotations.Model(table = "%s")
            public class Bean extends %s<Long> {
              private int count;
              public int getCount() { return count; }
              public void setCount(int count) { this.count = count; }
            }
            """;

    private static final String VALUE = """
            package app;

            @dev.dataflow.annotations.Model
            public final class Value extends lib.Stored<java.util.UUID> {
              private final int count;

              public Value(java.util.UUID id, int count, String code, String zeta) {
                super(id, code, zeta);
                this.count = count;
              }

              public int count() { return count; }
            }
            """;

    private static final Map<String, Object> ROW = Map.of("code", "c", "zeta", "\u00fc", "count", 3);

    private static final List<Path[]> PLACES = new ArrayList<>();

    @TempDir
    private static Path folder;

    private final TestDatabase database;

    ForeignSuperclassesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    static void compile() throws Exception {
        PLACES.clear();
        for (String option : List.of("-g", "-parameters")) {
            Path jar = new ClassFolder(folder.resolve("lib" + option))
                    .compileWithoutProcessor(List.of(option), STORED, CODED)
                    .jar(folder.resolve("lib" + option + ".jar"));
            StrictCompile compile = new StrictCompile(folder.resolve("app" + option));
            List<RandomModel> models = List.of(bean("lib.Stored", "in jars"), new RandomModel("app", "Value", VALUE));
            assertThat(compile.run(models, "-cp", jar + File.pathSeparator + System.getProperty("java.class.path")))
                    .isEmpty();
            PLACES.add(new Path[] {compile.classes(), jar});
        }
        StrictCompile compile = new StrictCompile(folder.resolve("written")).with(new WritesBase());
        assertThat(compile.run(List.of(bean("Keyed", "written")))).isEmpty();
        PLACES.add(new Path[] {compile.classes()});
    }

    private static RandomModel bean(String superclass, String table) {
        return new RandomModel("app", "Bean", BEAN.formatted(table, superclass));
    }

    @Test
    void theyMayLieInAJar() throws Exception {
        // tables of the one have the names and columns of the other
        roundTrips(List.of("Bean", "Value"), PLACES.get(0));
        roundTrips(List.of("Bean", "Value"), PLACES.get(1));
    }

    @Test
    void anotherProcessorMayWriteThem() throws Exception {
        roundTrips(List.of("Bean"), PLACES.get(2));
    }

    private void roundTrips(List<String> models, Path... places) throws Exception {
        try (IsolatedModels loader = IsolatedModels.in(places);
                DataFlow df = DataFlow.builder()
                        .url(database.url())
                        .classLoader(loader)
                        .build()) {
            for (String model : models) {
                new RoundTrip(df, loader, new RandomModel("app", model, "", Map.of(), ROW, Set.of())).run();
            }
        }
    }

    /** Writes a superclass in the first round, and that one's in the second. */
    @SupportedAnnotationTypes("*")
    private static final class WritesBase extends AbstractProcessor {

        private int round;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
            round++;
            if (round == 1) {
                write("app.Keyed", "package app; public abstract class Keyed<K> extends Base<K> {}");
            } else if (round == 2) {
                write(
                        "app.Base",
                        STORED.replace("package lib;", "package app;")
                                .replace("Stored", "Base")
                                .replace(" implements Coded", ""));
            }
            return false;
        }

        private void write(String name, String text) {
            try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                writer.write(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
