package dev.dataflow.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class ProcessorOptionsTest {

    @Test
    @Covers(ModelProblem.PROCESSOR_OPTION)
    void valuesThatMeanNothingAreReported() {
        Compiled compiled = Models.inShop("@Model record A(Long id) {}")
                .with("-Adataflow.validation=strict", "-Adataflow.module=my-shop")
                .compile();
        assertThat(compiled.diagnostics()).containsExactly("VAL-020 ERROR", "VAL-020 ERROR");
        assertThat(compiled.messages().get(0)).isEqualTo("""
                        [VAL-020] the processor option -Adataflow.validation has the value "strict"
                          why: it would be ignored
                          fix: write STRICT, WARN or OFF""");
    }

    @Test
    void warnMakesWarningsOfErrorsThatDoNotPreventGeneration() {
        Models.inShop("@Model record A(Long id, int «VAL-006 warning»found, int «VAL-007 warning»Name) {}")
                .with("-Adataflow.validation=WARN")
                .compileMarked()
                .load()
                .metadata("shop.A");
        Models.inShop("@Model(validation = Model.Validation.WARN)"
                        + " record A(Long id, int «VAL-006 warning»found, char «VAL-005»letter) {}")
                .compileMarked();
    }

    @Test
    void offSilencesAllButWhatPreventsGeneration() {
        Models.inShop(
                        "@Model record A(Long id, int found, int Name) {}",
                        "@Model record B(Long id, char «VAL-005»found) {}")
                .with("-Adataflow.validation=OFF")
                .compileMarked();
    }

    @Test
    void theModelOverridesTheOption() {
        Models.inShop("@Model(validation = Model.Validation.STRICT) record A(Long id, int «VAL-006»found) {}")
                .with("-Adataflow.validation=OFF")
                .compileMarked();
    }
}
