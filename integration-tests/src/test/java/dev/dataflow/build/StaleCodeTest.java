package dev.dataflow.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated code that no longer fits its model or the runtime is refused with a code, not by a linkage error. */
class StaleCodeTest {

    private static final String SERVICE = "META-INF/services/dev.dataflow.node.ModelModule";

    @TempDir
    private Path folder;

    @Test
    void aModelThatIsCompiledAgainUnchangedStays() throws Exception {
        ClassFolder classes = new ClassFolder(folder)
                .compile(
                        model("Long id, String name, byte[] photo, java.time.Instant seen, boolean here, double size"));
        classes.compileWithoutProcessor(
                model("Long id, String name, byte[] photo, java.time.Instant seen, boolean here, double size"));
        open(classes).close();
    }

    @Test
    void componentsInAnotherOrderAreNoticed() throws Exception {
        ClassFolder classes = new ClassFolder(folder).compile(model("Long id, String first, String last"));
        classes.compileWithoutProcessor(model("Long id, String last, String first"));

        assertThatThrownBy(() -> open(classes))
                .hasMessageStartingWith(
                        "[DF-022] lost.Person has generated code of an earlier build\n  why: the fields of"
                                + " lost.Person, its own or inherited ones, are others than those the code was generated from")
                .hasMessageContaining("rebuild from clean");
    }

    @Test
    void newComponentsAndOtherTypesAreNoticed() throws Exception {
        ClassFolder classes = new ClassFolder(folder).compile(model("Long id, String name, int age"));
        classes.compileWithoutProcessor(model("Long id, String name, long age"));
        assertThatThrownBy(() -> open(classes)).hasMessageContaining("[DF-022]");
        classes.compileWithoutProcessor(model("Long id, String name, int age, int size"));
        assertThatThrownBy(() -> open(classes)).hasMessageContaining("[DF-022]");
        classes.compileWithoutProcessor(model("Long id, String name, int age"));
        open(classes).close();
    }

    @Test
    void changedSuperclassesAreNoticed() throws Exception {
        String top = "package lost; public abstract class Top<K> { K id; public int level; static int made; }";
        String middle = "package lost; public abstract class Middle extends Top<Long> { public String name; }";
        String model = "package lost; @dev.dataflow.annotations.Model public class Person extends Middle { int age; }";
        ClassFolder classes = new ClassFolder(folder).compile(top, middle, model);
        classes.compileWithoutProcessor(top.replace("static int made", "static long made"), middle, model);
        open(classes).close();
        classes.compileWithoutProcessor(top.replace("K id; public int level;", "public int level; K id;"));
        open(classes).close();

        classes.compileWithoutProcessor(middle.replace("name", "firstName"));
        assertThatThrownBy(() -> open(classes))
                .hasMessageStartingWith(
                        "[DF-022] lost.Person has generated code of an earlier build\n  why: the fields of lost.Person,"
                                + " its own or inherited ones, are others");
        classes.compileWithoutProcessor(middle);
        open(classes).close();
        classes.compileWithoutProcessor(top.replace("int level", "long level"));
        assertThatThrownBy(() -> open(classes)).hasMessageContaining("[DF-022]");
    }

    @Test
    void aModelThatIsGoneIsNoticed() throws Exception {
        ClassFolder classes = new ClassFolder(folder).compile(model("Long id"));
        Files.delete(classes.file("lost/Person.class"));

        assertThatThrownBy(() -> open(classes))
                .hasMessageStartingWith(
                        "[DF-022] lost.Person has generated code of an earlier build\n  why: there is no"
                                + " class lost.Person any more");
    }

    @Test
    void aModuleThatIsGoneIsNoticed() throws Exception {
        ClassFolder classes = new ClassFolder(folder).compile(model("Long id"));
        String module = Files.readString(classes.file(SERVICE)).strip();
        Files.delete(classes.file(module.replace('.', '/') + ".class"));

        assertThatThrownBy(() -> open(classes))
                .hasMessageStartingWith("[DF-022] the list of models belongs to an earlier build")
                .hasMessageContaining(module);
    }

    @Test
    void codeOfAnotherVersionIsRefused() throws Exception {
        String module = "package lost; import dev.dataflow.node.*; public class Module implements ModelModule {\n"
                + "public java.util.List<String> models() { return java.util.List.of(\"lost.Person\"); }\n"
                + "public dev.dataflow.metadata.ModelMetadata<?, ?, ?, ?> metadata(String model) { return null; }\n"
                + "public Node node(String model, dev.dataflow.model.NodeKind kind, NodeScope scope) { return null; } }";
        ClassFolder classes = new ClassFolder(folder).compileWithoutProcessor(module);
        Files.createDirectories(classes.file(SERVICE).getParent());
        Files.writeString(classes.file(SERVICE), "lost.Module\n");

        assertThatThrownBy(() -> open(classes))
                .hasMessageStartingWith("[DF-021] the generated code of lost.Person does not fit this version of"
                        + " dataflow-runtime\n  why: it is generated for contract 0, and this runtime has ");
    }

    @Test
    void codeThatDoesNotLinkIsRefused() throws Exception {
        ClassFolder classes = new ClassFolder(folder).compile(model("Long id"));
        classes.compileWithoutProcessor("package lost; public final class PersonNodes {}");

        try (DataFlow df = open(classes)) {
            assertThat(df.models()).containsExactly("lost.Person");
            assertThatThrownBy(() -> df.node("PersonCountNode"))
                    .hasMessageStartingWith("[DF-021] the generated code of lost.Person does not fit this version")
                    .hasMessageContaining("NoSuchMethodError")
                    .hasCauseInstanceOf(NoSuchMethodError.class);
        }
    }

    private static DataFlow open(ClassFolder classes) throws IOException {
        return DataFlow.builder()
                .url(":memory:")
                .classLoader(IsolatedModels.in(classes.path()))
                .build();
    }

    private static String model(String components) {
        return "package lost; @dev.dataflow.annotations.Model public record Person(" + components + ") {}";
    }
}
