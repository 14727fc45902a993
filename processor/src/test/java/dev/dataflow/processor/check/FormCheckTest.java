package dev.dataflow.processor.check;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class FormCheckTest {

    @Test
    @Covers({ModelProblem.NOT_A_MODEL, ModelProblem.GENERIC})
    void onlyTypesThatCanBeMadeAreModels() {
        Models.inShop(
                        "@Model public abstract «VAL-019»class Plain { Long id; String name; }",
                        "@Model public «VAL-019»enum Color { RED }",
                        "@Model public «VAL-019»interface Shape { Long id(); }",
                        "public class Outer {\n  @Model public «VAL-019»class Inner { Long id; }\n"
                                + "  @Model private «VAL-019»record Hidden(Long id) {}\n}",
                        "@Model public «VAL-026»record Box<T>(Long id, T «VAL-005»value) {}",
                        "@Model public «VAL-026»class Crate<T> { Long id; }")
                .compileMarked();
    }
}
