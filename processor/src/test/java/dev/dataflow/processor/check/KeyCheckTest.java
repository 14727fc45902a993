package dev.dataflow.processor.check;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class KeyCheckTest {

    @Test
    @Covers({ModelProblem.NO_KEY, ModelProblem.KEY_NAME, ModelProblem.ID_NOT_KEY})
    void thereIsAKeyNamedId() {
        Models.inShop(
                        "@Model public «VAL-002»record None(String name) {}",
                        "@Model public record Named(@Id Long «VAL-003 warning»number) {}",
                        "@Model public record Other(@Id Long «VAL-003 warning»number, String «VAL-006»id) {}",
                        "@Model @SuppressWarnings(\"VAL-003\") public record Quiet(@Id Long number) {}",
                        "@Model public record Quieter(@Id @SuppressWarnings(\"VAL-003\") Long number) {}")
                .compileMarked();
    }

    @Test
    @Covers(ModelProblem.OPTION)
    void generationFitsTheType() {
        Models.inShop(
                        "@Model public record A(@Id(generation = Id.Generation«VAL-016».IDENTITY) String id) {}",
                        "@Model public record B(@Id(generation = Id.Generation«VAL-016».UUID_V7) long id) {}",
                        "@Model public record C(@Id(generation = Id.Generation«VAL-016».IDENTITY) short id) {}",
                        "@Model public record D(@Id(generation = Id.Generation«VAL-016».IDENTITY)"
                                + " @References(E.class) long id) {}",
                        "@Model public record E(@Id(generation = Id.Generation.ASSIGNED) long id) {}")
                .compileMarked();
    }

    @Test
    @Covers(ModelProblem.OPTION)
    void aKeyIsOfATypeThatCanBeOne() {
        Models.inShop(
                        "@Model public record A(byte[] «VAL-016»id) {}",
                        "@Model public record Offset(OffsetDateTime «VAL-016»id) {}",
                        "@Model public record Big(BigInteger id) {}",
                        "@Model public record Lasting(Duration id) {}",
                        "@Model public record B(double «VAL-016»id) {}",
                        "@Model public record C(«VAL-016»@Unique Long id) {}",
                        "@Model public record D(@Column(nullable = Column.Nullability«VAL-016».YES) Long id) {}",
                        "@Model public record E(LocalDate id) {}",
                        "@Model public record F(@Nullable Long id) {}")
                .compileMarked();
    }
}
