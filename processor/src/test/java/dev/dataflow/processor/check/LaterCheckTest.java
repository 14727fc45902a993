package dev.dataflow.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class LaterCheckTest {

    @Test
    @Covers(ModelProblem.LATER)
    void optionsThatDoNothingYetAreRefused() {
        Models.inShop("""
                        @Model(auditLog = «VAL-013»true)
                        @Index(fields = "name", where = «VAL-013»"{}")
                        public record A(Long id, String name) {}
                        """).compileMarked();
    }

    @Test
    @Covers(ModelProblem.LATER)
    void annotationsThatDoNothingYetAreRefusedOnce() {
        Models.inShop("""
                        @Model
                        public record A(
                            Long id,
                            «VAL-013»@Encrypted String encrypted,
                            «VAL-013»@Masked String masked) {}
                        """).compileMarked();
    }

    @Test
    @Covers(ModelProblem.LATER)
    void typesThatAreNotThereYet() {
        String message = Models.inShop("""
                        @Model
                        public record A(
                            @Id Long id,
                            Optional<String> «VAL-013»optional) {}
                        """).compileMarked().messages().get(0);
        assertThat(message)
                .startsWith("[VAL-013] a component of type Optional<String>: not available yet\n  why: ")
                .contains("\n  fix: ");
    }

    @Test
    void switchedOffOptionsAreFine() {
        Models.inShop("@Model(softDelete = false, schema = \"\", nodes = {}) public record A(Long id) {}")
                .compileClean();
    }
}
