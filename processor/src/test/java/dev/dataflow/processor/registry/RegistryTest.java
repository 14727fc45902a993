package dev.dataflow.processor.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.NodeKind;
import dev.dataflow.node.ModelModule;
import dev.dataflow.processor.ModelProcessor;
import dev.dataflow.processor.RegistryProcessor;
import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.Models;
import dev.dataflow.processor.testing.OutputFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {

    private static final String SERVICE = "META-INF/services/dev.dataflow.node.ModelModule";
    private static final String INDEX = "META-INF/dataflow/models.index";

    @Test
    void theModuleGivesMetadataAndNodesOfModelsInAllPackages() {
        Compiled compiled = Models.of(
                        "package b.inner; @dev.dataflow.annotations.Model(table = \"others\") record Order(Long id) {}",
                        "package a; @dev.dataflow.annotations.Model record Order(Long id) {}")
                .with("-Adataflow.module=shop")
                .compileClean();

        ModelModule module = (ModelModule) compiled.load().create("a.Models_shop");

        assertThat(compiled.file(SERVICE)).isEqualTo("a.Models_shop\n");
        assertThat(compiled.file(INDEX)).matches("a\\.Order [0-9a-f]{8}\nb\\.inner\\.Order [0-9a-f]{8}\n");
        assertThat(module.models()).containsExactly("a.Order", "b.inner.Order");
        ModelMetadata<?, ?, ?, ?> metadata = module.metadata("a.Order");
        assertThat(metadata.definition().name()).isEqualTo("a.Order");
    }

    @Test
    @DisabledIf(
            value = "dev.dataflow.processor.testing.CompilerUnderTest#isEcj",
            disabledReason = "ecj refuses, as the next test shows")
    void modelsOfAnEarlierCompileStay(@TempDir Path folder) {
        OutputFolder output = new OutputFolder(folder);
        output.compile(
                "A.java", "package shop; @dev.dataflow.annotations.Model public record A(Long id) {}",
                "B.java", "package shop; @dev.dataflow.annotations.Model public record B(Long id) {}",
                "C.java", "package shop; @dev.dataflow.annotations.Model public record C(Long id) {}");
        String first = output.read(SERVICE);

        String index = output.read(INDEX);
        output.compile("A.java", "package shop; @dev.dataflow.annotations.Model public record A(Long id, int x) {}");
        String[] lines = output.read(INDEX).split("\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("shop.A ").isNotEqualTo(index.split("\n")[0]);
        assertThat(index).endsWith("\n" + lines[1] + "\n" + lines[2] + "\n");
        assertThat(output.read(SERVICE)).isEqualTo(first);

        output.delete("shop/B.class");
        output.compile("C.java", "package shop; public record C(Long id) {}");
        output.compile("A.java", "package shop; @dev.dataflow.annotations.Model public record A(Long id) {}");
        assertThat(output.read(INDEX)).matches("shop\\.A [0-9a-f]{8}\n");
        assertThat(output.read(SERVICE)).isNotEqualTo(first);
    }

    /** Decision 0018: the build has to clear the folder, or leave it off the class path. */
    @Test
    @EnabledIf("dev.dataflow.processor.testing.CompilerUnderTest#isEcj")
    void ecjWritesNoClassTheClassPathHas(@TempDir Path folder) {
        OutputFolder output = new OutputFolder(folder);
        String model = "package shop; @dev.dataflow.annotations.Model public record A(Long id) {}";
        output.compile("A.java", model);
        assertThatThrownBy(() -> output.compile("A.java", model))
                .hasMessageContaining("[VAL-006] class ATable exists already")
                .hasMessageContaining("clear the output folder");
    }

    @Test
    @DisabledIf(
            value = "dev.dataflow.processor.testing.CompilerUnderTest#isEcj",
            disabledReason = "ecj refuses, as the test before shows")
    void relationsBackAreListedByNameAlsoOfModelsOfAnEarlierCompile(@TempDir Path folder) {
        OutputFolder output = new OutputFolder(folder);
        output.compile(
                "A.java",
                "package shop; @dev.dataflow.annotations.Model public record A(Long id) {}",
                "B.java",
                "package shop; @dev.dataflow.annotations.Model public record B(Long id,"
                        + " @dev.dataflow.annotations.References(value = A.class, inverse = \"allBs\") long aId,"
                        + " @dev.dataflow.annotations.References(A.class) long otherId) {}");
        String module = output.read(SERVICE).strip().replace('.', '/') + ".java";
        String first = output.read(module);
        assertThat(first)
                .contains("new Inverse(\"shop.A\", \"shop.B\")")
                .contains("new Inverse(\"shop.A\", \"allBs\", \"all_bs\", \"shop.B\")");

        output.compile("A.java", "package shop; @dev.dataflow.annotations.Model public record A(Long id, int x) {}");
        assertThat(output.read(module)).isEqualTo(first);
    }

    @Test
    void gradleIsToldHowTheProcessorsWork() throws Exception {
        try (var file = getClass().getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(ModelProcessor.class.getName() + ",isolating\n" + RegistryProcessor.class.getName()
                            + ",aggregating\n");
        }
    }

    @Test
    void allKindsOfNodeAreMade() {
        Compiled compiled =
                Models.inShop("@Model public record Order(Long id) {}").compileClean();
        assertThat(NodeKind.values())
                .allSatisfy(kind -> assertThat(compiled.file("shop/OrderNodes.java"))
                        .contains("case \"" + kind + "\" -> new " + kind.nodeName("Order") + "(scope);"));
    }
}
