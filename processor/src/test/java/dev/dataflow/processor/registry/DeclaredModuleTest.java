package dev.dataflow.processor.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

@DisabledIf(
        value = "dev.dataflow.processor.testing.CompilerUnderTest#isEcj",
        disabledReason = "ecj takes generated files for some of no module")
class DeclaredModuleTest {

    private static final String MODEL =
            "package shop; @dev.dataflow.annotations.Model public record Item(Long id, String name) {}";

    @Test
    @Covers(ModelProblem.MODULE_PROVIDES)
    void aModuleThatDoesNotProvideItsModelsIsWarnedOf() {
        Compiled compiled = models("«VAL-050 warning»module a.b { requires java.sql; requires java.compiler; }")
                .compileMarked();
        assertThat(compiled.messages().get(0))
                .endsWith("add to module-info.java: provides dev.dataflow.node.ModelModule with shop.Models_a_b;");
    }

    @Test
    void aModuleThatDoesIsFine() {
        models(
                        "module a.b { requires java.sql; requires java.compiler; provides dev.dataflow.node.ModelModule with shop.Models_a_b; }")
                .compileClean();
    }

    /** Such modules see the class path only when told. */
    private static Models models(String declaration) {
        return Models.of("// interface module-info\n" + declaration, MODEL)
                .inFolder()
                .with("--add-reads", "a.b=ALL-UNNAMED");
    }
}
