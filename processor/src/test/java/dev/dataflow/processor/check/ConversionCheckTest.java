package dev.dataflow.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class ConversionCheckTest {

    @Test
    @Covers(ModelProblem.CONVERSION)
    void whatCannotBeConvertedIsRefused() {
        String message = Models.inShop("""
                        @Model
                        public record A(
                            Long id,
                            «VAL-041»@Convert String plain,
                            «VAL-041»@Convert(String.class) int number,
                            «VAL-041»@Convert Two two,
                            «VAL-041»@Convert(Long.class) Text text,
                            «VAL-041»@Convert Bytes bytes,
                            «VAL-041»@Convert(Other.class) Text other,
                            «VAL-041»@Convert(Hidden.class) Text hidden,
                            «VAL-041»@Convert(Raw.class) Text raw,
                            «VAL-041»@Convert Generic<String> generic,
                            «VAL-041»@Convert(String.class) NoWayBack back,
                            «VAL-041»@Convert @Json Text both) {
                          public record Two(String a, String b) {}
                          public record Text(String value) {}
                          public record Bytes(List<Integer> value) {}
                          public record Generic<T>(T value) {}
                          public static class NoWayBack { public static NoWayBack of(String a) { return null; } }
                          public static class Other implements ValueConverter<Two, String> {
                            public String toStored(Two value) { return ""; }
                            public Two fromStored(String stored) { return null; }
                          }
                          public static class Hidden implements ValueConverter<Text, String> {
                            private Hidden() {}
                            public String toStored(Text value) { return ""; }
                            public Text fromStored(String stored) { return null; }
                          }
                          @SuppressWarnings("rawtypes") public static class Raw implements ValueConverter {
                            public Object toStored(Object value) { return ""; }
                            public Object fromStored(Object stored) { return null; }
                          }
                        }
                        """).compileMarked().messages().get(0);
        assertThat(message)
                .startsWith("[VAL-041] @Convert on component `plain` of type String\n")
                .contains("a plain type is stored as it is");
    }

    @Test
    void convertedTypesHaveNoDefault() {
        Models.inShop("""
                        @Model
                        public record A(Long id, @Convert «VAL-014»@Default("a") Text text) {
                          public record Text(String value) {}
                        }
                        """).compileMarked();
    }

    @Test
    void aReferenceIsOfTheKeysType() {
        Models.inShop("""
                        @Model
                        public record A(@Convert Key id, @References(A.class) @Nullable Long «VAL-012»parentId) {
                          public record Key(Long value) {}
                        }
                        """).compileMarked();
    }

    @Test
    void formsOfConversionCompile() {
        Models.inShop("""
                        @Model
                        public record A(
                            @Convert Key id,
                            @Convert(int.class) @Nullable Number number,
                            @Convert(String.class) @Column(length = 5) @Unique Code code,
                            @Convert Text text,
                            @Convert Decimal decimal,
                            @Convert(Yes.class) boolean yes,
                            @Convert(Upper.class) String upper) {
                          record Key(UUID value) {}
                          public record Text(String value) {}
                          record Number(Integer of) {}
                          public record Decimal(BigDecimal amount) {}
                          public static class Code {
                            public static Code parse(String text) { return new Code(); }
                            public String getValue() { return ""; }
                          }
                          public static class Yes implements ValueConverter<Boolean, String> {
                            public String toStored(Boolean value) { return value ? "Y" : "N"; }
                            public Boolean fromStored(String stored) { return stored.equals("Y"); }
                          }
                          public static class Upper implements ValueConverter<String, String> {
                            public String toStored(String value) { return value; }
                            public String fromStored(String stored) { return stored; }
                          }
                        }
                        """).compileClean();
    }
}
