package dev.dataflow.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class JsonCheckTest {

    @Test
    @Covers(ModelProblem.JSON_PLACE)
    void jsonIsForWhatNoColumnHolds() {
        String message = Models.inShop("""
                        @Model
                        public record A(
                            Long id,
                            «VAL-040»@Json String text,
                            «VAL-040»@Json int number,
                            «VAL-040»@Json Instant instant,
                            «VAL-040»@Json char letter,
                            «VAL-040»@Json byte[] bytes,
                            «VAL-040»@Json Color color,
                            @SuppressWarnings("rawtypes") «VAL-040»@Json Map raw,
                            @SuppressWarnings("rawtypes") «VAL-040»@Json Map<String, List> inside,
                            @Json Map<String, Hidden> «VAL-005»hidden) {
                          enum Color { RED }
                          private record Hidden(int a) {}
                        }
                        """).compileMarked().messages().stream()
                .filter(found -> found.startsWith("[VAL-"))
                .findFirst()
                .orElseThrow();
        assertThat(message).startsWith("[VAL-040] @Json on component `text` of type String\n");
    }

    @Test
    void jsonAndListsAreNoKeysAndHaveNoDefault() {
        Models.inShop("""
                        @Model
                        @Index(fields = {«VAL-016»"tags"})
                        public record A(
                            @Id List<Long> «VAL-016»id,
                            «VAL-016»@Unique @Json Map<String, String> json,
                            List<String> tags,
                            «VAL-014»@Default("[]") List<String> other) {}
                        """).compileMarked();
    }

    @Test
    void anyTypeThatCanBeNamedIsJson() {
        Models.inShop("""
                        @Model
                        public record A(
                            Long id,
                            @Json Map<String, Map<String, List<B>>> map,
                            @Json @Nullable Map<? extends String, ?> wild,
                            @Json List<List<? super Integer>[]> arrays,
                            @Json List<String>[] array,
                            @Json B[] bs,
                            @Json int[] numbers,
                            @Json Object anything,
                            @Json List<String> jsonList,
                            @Json Map.Entry<String, B> entry,
                            List<String> list,
                            @Nullable List<Long> longs) {
                          public record B(int a) {}
                        }
                        """).compileClean();
    }
}
