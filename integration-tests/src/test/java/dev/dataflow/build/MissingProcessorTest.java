package dev.dataflow.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that were compiled without the processor are found when an instance opens. */
class MissingProcessorTest {

    private static final String ORDER = model("Order", "Long id, String note");
    private static final String INVOICE = model("Invoice", "Long id, String note");

    @TempDir
    private Path folder;

    @Test
    void withoutAnyGeneratedCodeOpeningSaysWhatToAdd() throws Exception {
        ClassFolder classes = new ClassFolder(folder).compileWithoutProcessor(ORDER);

        assertThatThrownBy(() -> open(classes))
                .hasMessageStartingWith("[DF-002] lost.Order has no generated code\n  why: the annotation processor did"
                        + " not run where it was compiled")
                .hasMessageContaining("<artifactId>dataflow-processor</artifactId>\n")
                .hasMessageContaining("<annotationProcessorPaths>")
                .hasMessageMatching("(?s).*<version>\\d+\\.\\d+\\.\\d+\\S*</version>.*")
                .hasMessageMatching(
                        "(?s).*annotationProcessor\\(\"dev\\.dataflow:dataflow-processor:\\d+\\.\\d+\\.\\d+\\S*\"\\).*")
                .hasMessageContaining("-proc:full");
    }

    @Test
    void atMostFiveModelsAreNamed() throws Exception {
        ClassFolder classes = new ClassFolder(folder)
                .compileWithoutProcessor(IntStream.rangeClosed(1, 7)
                        .mapToObj(i -> model("Thing" + i, "Long id"))
                        .toArray(String[]::new));

        assertThatThrownBy(() -> open(classes))
                .hasMessageStartingWith(
                        "[DF-002] 7 models have no generated code: lost.Thing1, lost.Thing2, lost.Thing3,"
                                + " lost.Thing4, lost.Thing5 and 2 more\n");
    }

    @Test
    void nestedModelsAreFoundAndOtherUsesOfTheAnnotationAreNot() throws Exception {
        ClassFolder classes = new ClassFolder(folder)
                .compileWithoutProcessor(
                        "package lost; public class Outer { @dev.dataflow.annotations.Model public record Inner(Long id)"
                                + " {} }",
                        "package lost; public interface Other { dev.dataflow.annotations.Model NONE = null; String NAME ="
                                + " \"Ldev/dataflow/annotations/Model;\"; }");

        assertThatThrownBy(() -> open(classes))
                .hasMessageStartingWith("[DF-002] lost.Outer.Inner has no generated code");
    }

    @Test
    void amongOthersAModelWithoutCodeIsMissedOnlyWhenItIsUsed() throws Exception {
        ClassFolder classes = new ClassFolder(folder).compile(ORDER).compileWithoutProcessor(INVOICE);

        try (DataFlow df = open(classes)) {
            assertThat(df.models()).containsExactly("lost.Order");
            assertThat(df.node("OrderCountNode").run(Map.of())).containsEntry("count", 0L);
            assertThatThrownBy(() -> df.node("InvoiceCountNode")).hasMessageContaining("[DF-002] lost.Invoice has no");
            assertThatThrownBy(() -> df.node("lost.InvoiceCountNode")).hasMessageContaining("[DF-002]");
            assertThatThrownBy(() -> df.node("InvoceCountNode")).hasMessageContaining("[DF-017]");
        }
    }

    @Test
    void namedModelsWithoutCodeAreRefusedTogether() throws Exception {
        ClassFolder classes =
                new ClassFolder(folder).compile(ORDER).compileWithoutProcessor(INVOICE, model("Bill", "Long id"));
        try (IsolatedModels loader = IsolatedModels.in(classes.path())) {
            assertThatThrownBy(() -> DataFlow.builder()
                            .url(":memory:")
                            .classLoader(loader)
                            .models(
                                    loader.loadClass("lost.Invoice"),
                                    loader.loadClass("lost.Order"),
                                    loader.loadClass("lost.Bill"),
                                    String.class)
                            .build())
                    .hasMessageStartingWith("[DF-002] 3 models have no generated code: java.lang.String, lost.Bill,"
                            + " lost.Invoice\n  why: java.lang.String is not annotated @Model; for lost.Bill,"
                            + " lost.Invoice the annotation processor did not run where they were compiled")
                    .hasMessageContaining("<annotationProcessorPaths>");
        }
    }

    @Test
    void aModelInAJarIsSaidWhenItIsNamed() throws Exception {
        ClassFolder classes = new ClassFolder(folder).compileWithoutProcessor(ORDER);
        Path jar = folder.resolve("models.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("lost/Order.class"));
            Files.copy(classes.file("lost/Order.class"), out);
        }
        try (IsolatedModels loader = IsolatedModels.in(jar)) {
            assertThatThrownBy(() -> DataFlow.builder()
                            .url(":memory:")
                            .classLoader(loader)
                            .models(loader.loadClass("lost.Order"))
                            .build())
                    .hasMessageContaining("the annotation processor did not run where it was compiled");
            DataFlow.builder().url(":memory:").classLoader(loader).build().close();
        }
    }

    @Test
    void strangeClassLoadersAndFilesDoNotMatter() throws Exception {
        ClassFolder classes = new ClassFolder(folder).compile(ORDER);
        byte[] whole = Files.readAllBytes(classes.file("lost/Order.class"));
        Files.write(classes.file("Cut.class"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(classes.file("Empty.class"), new byte[0]);
        open(classes).close();

        ClassLoader strange = new ClassLoader(IsolatedModels.in(classes.path())) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                if (name.isEmpty()) {
                    throw new UnsupportedOperationException("no folders here");
                }
                return super.getResources(name);
            }
        };
        try (DataFlow df =
                DataFlow.builder().url(":memory:").classLoader(strange).build()) {
            assertThat(df.models()).containsExactly("lost.Order");
        }
    }

    private static DataFlow open(ClassFolder classes) throws IOException {
        return DataFlow.builder()
                .url(":memory:")
                .classLoader(IsolatedModels.in(classes.path()))
                .build();
    }

    private static String model(String name, String components) {
        return "package lost; @dev.dataflow.annotations.Model public record " + name + "(" + components + ") {}";
    }
}
