package dev.dataflow.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void equalValuesHaveOneText() {
        String text = "\t{ \"b\" : [1.0, 10, 0.00, -0, 1E2, 1.50e1] ,\n\"a\":\"\\u00e9\\/\\n\", \"\":null}\r\n";
        assertThat(JsonText.of(text).canonical()).isEqualTo("{\"\":null,\"a\":\"\u00e9/\\n\",\"b\":[1,10,0,0,100,15]}");
        assertThat(JsonText.of(text).exact())
                .isEqualTo("{\"\":null,\"a\":\"\u00e9/\\n\",\"b\":[1.0,10,0.00,0,100,15.0]}");
        assertThat(JsonText.of(text).canonicalWithScales())
                .isEqualTo(JsonText.of(text).canonical() + "\n \t\t  \t\t\t \t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{a:1}",
                "01",
                "+1",
                "1.",
                ".5",
                "1e",
                "0x1",
                "NaN",
                "tru",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"a\nb\"",
                "1 2",
                "[1 2]",
                "--1",
                "1e9999999",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "\"\\u0000\"",
                "\"\\udc00\"",
                "1e309",
                "1e-401"
            })
    void whatIsNotValidIsRefused(String text) {
        assertThatThrownBy(() -> JsonText.of(text)).isInstanceOf(IllegalValueException.class);
    }

    @Test
    void untypedNumbersLoseNoDigit() {
        assertThat(JsonText.of("[1,2147483648,9223372036854775808,1.5,1.50,0.1,1.00000000000000001]")
                        .plain())
                .isEqualTo(List.of(
                        1,
                        2147483648L,
                        new BigInteger("9223372036854775808"),
                        1.5,
                        new BigDecimal("1.50"),
                        0.1,
                        new BigDecimal("1.00000000000000001")));
    }

    @Test
    void whatIsWrittenIsRead() {
        long seed = Long.getLong("dataflow.seed", System.nanoTime());
        System.out.println("JsonTextTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < Integer.getInteger("dataflow.json.rounds", 2_000); i++) {
            JsonText value = new JsonText(value(random, 0));
            assertThat(JsonText.of(value.exact())).as("seed %d", seed).isEqualTo(value);
            assertThat(JsonText.of(value.canonicalWithScales()))
                    .as("seed %d", seed)
                    .isEqualTo(value);
            assertThat(JsonText.of(value.canonical()).canonical())
                    .as("seed %d", seed)
                    .isEqualTo(value.canonical());
        }
    }

    private static Object value(Random random, int depth) {
        switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0:
                return random.nextBoolean();
            case 1:
                return text(random);
            case 2, 3:
                return new BigDecimal(new BigInteger(random.nextInt(90), random), random.nextInt(30))
                        .multiply(BigDecimal.valueOf(random.nextInt(3) - 1L));
            case 4:
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth + 1));
                }
                return list;
            default:
                Map<String, Object> map = new TreeMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(text(random), value(random, depth + 1));
                }
                return map;
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.appendCodePoint(
                    "\u0001\n\t\"\\/ 1.0{}[],:\u00e9\uD83D\uDC18a".codePoints().toArray()[random.nextInt(19)]);
        }
        return text.toString();
    }

    @Test
    void aCodecThatIsMissingOrNotTheOnlyOneIsSaid() {
        JsonCodec codec = JsonCodecs.find(JsonTextTest.class.getClassLoader()).get(0);
        assertThat(codec).isInstanceOf(JacksonCodec.class);
        for (List<JsonCodec> found : List.of(List.<JsonCodec>of(), List.of(codec, codec))) {
            assertThatThrownBy(() -> JsonCodecs.refuse(found))
                    .isInstanceOfSatisfying(
                            DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.JSON_CODEC));
        }
    }
}
