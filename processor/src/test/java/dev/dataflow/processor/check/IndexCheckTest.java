package dev.dataflow.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class IndexCheckTest {

    @Test
    @Covers({ModelProblem.INDEX_FIELD, ModelProblem.INDEX, ModelProblem.OPTION})
    void indexesAreOverComponentsOnce() {
        Compiled compiled = Models.inShop(
                        "@Model @Index(fields = {\"name\", «VAL-017»\"statsu\"}) record A(Long id, String name, int status) {}",
                        "@Model @Index(fields = {\"name\", «VAL-017»\"name\"}) record B(Long id, String name) {}",
                        "@Model @Index(fields = «VAL-017»{}) record C(Long id, String name) {}",
                        "@Model @Index(fields = «VAL-017»{\"id\"}) record D(Long id, String name) {}",
                        "@Model @Index(fields = «VAL-017»\"name\", unique = true) record E(Long id, @Unique String name) {}",
                        "@Model @Index(fields = «VAL-016»\"data\") record F(Long id, byte[] data, «VAL-016»@Unique byte[] more) {}",
                        "@Model @Index(fields = \"a\", name = \"x\") record G(Long id, int a, @Unique(name = «VAL-017»\"X\") int b) {}")
                .compileMarked();
        assertThat(compiled.messages().get(0))
                .startsWith("[VAL-017] the index names `statsu`, which is no component of A; did you mean `status`?\n");
    }

    /** javac tells where one annotation stands, but not where one of several does. */
    @Test
    @Covers(ModelProblem.INDEX)
    void repeatedIndexesAreReportedAtTheModel() {
        Models.inShop("""
                        @Model
                        @Index(fields = "name")
                        @Index(fields = "name")
                        @Index(fields = "nam")
                        «VAL-017»«VAL-017»record A(Long id, String name) {}
                        """).compileMarked();
    }
}
