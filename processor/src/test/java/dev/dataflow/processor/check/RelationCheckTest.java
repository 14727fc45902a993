package dev.dataflow.processor.check;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class RelationCheckTest {

    @Test
    @Covers({ModelProblem.RELATION_NAME, ModelProblem.INVERSE_FORM, ModelProblem.OPTION})
    void relationsHaveNamesOfTheirOwn() {
        Models.inShop(
                        "@Model record Target(Long id, String name) {}",
                        "@Model record A(Long id, @References(Target.class) long «VAL-018»targetId, String target) {}",
                        "@Model record B(Long id, @References(Target.class) long targetId,"
                                + " @References(Target.class) long «VAL-018»«VAL-006»targetID) {}",
                        "@Model record C(Long id, @References(value = Target.class, inverse = «VAL-018»\"1st\") long targetId) {}",
                        "@Model record D(Long id, @References(Target.class) long target) {}",
                        "@Model record E(Long id, «VAL-016»@References(Target.class) @CreatedAt Instant «VAL-012»at) {}",
                        "@Model record F(Long id, @References(Target.class) long «VAL-018»foundId,"
                                + " @References(value = Target.class, inverse = «VAL-018»\"action\") long otherId) {}")
                .compileMarked();
    }
}
