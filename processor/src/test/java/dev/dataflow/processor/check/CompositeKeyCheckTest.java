package dev.dataflow.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompositeKeyCheckTest {

    @Test
    void severalIdsAreOneKey() {
        Models.inShop(
                        "@Model public record Line(@Id long orderId, @Id int line, String article) {}",
                        "@Model public record Price(String text, @Id String region, @Id UUID article,"
                                + " @Id(generation = Id.Generation.ASSIGNED) LocalDate day) {}")
                .compileClean();
    }

    @Test
    @Covers({ModelProblem.KEY_PART_GENERATION, ModelProblem.KEY_PART_NULL})
    void partsComeFromTheCallerAndAreNeverNull() {
        Models.inShop(
                        "@Model public record A(@Id(generation = Id.Generation«VAL-030».IDENTITY) long a, @Id int b) {}",
                        "@Model public record B(@Id int a, @Id(generation = Id.Generation«VAL-030».UUID_V7) UUID b) {}",
                        "@Model public record C(@Id int a, @Id @Nullable String «VAL-032»b) {}",
                        "@Model public record D(@Id int a,"
                                + " @Id @Column(nullable = Column.Nullability«VAL-016».YES) String b) {}")
                .compileMarked();
    }

    @Test
    @Covers({ModelProblem.OPTION, ModelProblem.INDEX})
    void partsAreOfTypesThatCanBeKeys() {
        Models.inShop(
                        "@Model public record A(@Id byte[] «VAL-016»a, @Id double «VAL-016»b) {}",
                        "@Model public record B(@Id int a, «VAL-014»@Default(\"1\") @Id int b) {}",
                        "@Model @Index(fields = «VAL-017»{\"a\", \"b\"}) public record C(@Id int a, @Id int b) {}",
                        "@Model @Index(fields = {\"b\", \"a\"}) public record D(@Id int a, @Id int b) {}",
                        "@Model public record E(@Id int a, @Id @Unique int b) {}")
                .compileMarked();
    }

    @Test
    @Covers({ModelProblem.ID_IN_KEY, ModelProblem.ID_NOT_KEY})
    void nothingElseIsCalledId() {
        Models.inShop(
                        "@Model public record A(@Id int a, @Id int «VAL-006»id) {}",
                        "@Model public record B(@Id int a, @Id int b, String «VAL-006»id) {}",
                        "@Model public record C(@Id int a, @Id @Column(«VAL-006»\"id\") int b) {}",
                        "@Model public record D(@Id int a, @Id int b, @Column(«VAL-006»\"id\") String c) {}")
                .compileMarked();
    }

    @Test
    @Covers(ModelProblem.KEY_PARTS)
    void thereAreAsManyPartsAsMySqlTakes() {
        String most = parts(16);
        Models.inShop(
                        "@Model public record A(" + most + ") {}",
                        "@Model public record B(" + most + ", «VAL-033»@Id int q) {}")
                .compileMarked();
    }

    private static String parts(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "@Id int p" + i).collect(Collectors.joining(", "));
    }

    @Test
    @Covers(ModelProblem.CLASS_EXISTS)
    void theKeyClassIsNotOneOfTheSource() {
        assertThat(Models.inShop(
                                "@Model public «VAL-006»record Line(@Id long orderId, @Id int line) {}",
                                "public class LineKey {}")
                        .compile()
                        .messages())
                .anySatisfy(message -> assertThat(message).startsWith("[VAL-006] class LineKey exists already"));
        Models.inShop("@Model public record Line(Long id) {}", "public class LineKey {}")
                .compileClean();
    }
}
