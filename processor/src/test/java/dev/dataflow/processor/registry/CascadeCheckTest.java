package dev.dataflow.processor.registry;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class CascadeCheckTest {

    @Test
    @Covers(ModelProblem.CASCADE_REMOVES)
    void aSoftDeleteRemovesNoRows() {
        Models.inShop("@Model(softDelete = true) public record A(Long id) {}", """
                        @Model
                        public record B(
                            Long id,
                            @References(value = A.class, onDelete = References.OnDelete«VAL-075».CASCADE) long aId) {}
                        """)
                .compileMarked();
    }

    @Test
    void whatKeepsItsRowsOrTheReferenceMayBeReached() {
        Models.inShop(
                        "@Model(softDelete = true) public record A(Long id) {}",
                        "@Model public record P(Long id) {}",
                        """
                        @Model(softDelete = true)
                        public record B(
                            Long id,
                            @References(value = A.class, onDelete = References.OnDelete.CASCADE) long aId,
                            @References(value = P.class, onDelete = References.OnDelete.CASCADE) long pId) {}
                        """,
                        """
                        @Model
                        public record C(
                            Long id,
                            @References(A.class) long firstId,
                            @Nullable @References(value = A.class, onDelete = References.OnDelete.SET_NULL) Long secondId) {}
                        """)
                .compileClean();
    }
}
