package dev.dataflow.suite;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values from small sets, so that random rows and random filters meet; texts that databases like to treat otherwise. */
final class FilterValues {

    private static final List<String> PIECES = List.of(
            "a",
            "A",
            "b",
            "ab",
            "Ab",
            "É",
            "é",
            "e\u0301",
            "ß",
            "ẞ",
            "İ",
            "i\u0307",
            "ı",
            "I",
            "i",
            "Σ",
            "σ",
            "ς",
            "%",
            "_",
            "\\",
            "!",
            "*",
            "?",
            "[",
            "]",
            "^",
            "-",
            "😀",
            "\uD801\uDC00",
            "\uD801\uDC28",
            " ",
            "  ",
            "\n",
            "\t",
            "'",
            "\"",
            "--",
            ";",
            "Ⱥ",
            "Ⱦ",
            "ǅ",
            "k",
            "\u212a",
            "0",
            "9",
            "日",
            "`",
            "$",
            "{0}",
            ":p",
            "\r",
            "\u00a0",
            "\u2028");

    final Random random;

    FilterValues(Random random) {
        this.random = random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(4) == 0 ? null : value.get();
    }

    <T> List<T> some(int most, Supplier<T> value) {
        List<T> result = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            result.add(value.get());
        }
        return result;
    }

    String text() {
        return String.join("", some(3, () -> one(PIECES)));
    }

    int integer() {
        return one(List.of(Integer.MIN_VALUE, -10, -9, -1, 0, 1, 2, 9, 10, 11, 100, Integer.MAX_VALUE));
    }

    BigDecimal decimal() {
        return new BigDecimal(
                one(List.of("-9999999999.99", "-10", "-9.9", "-0.01", "0", "0.1", "0.10", "1", "9.9", "10", "10.01")));
    }

    double binary() {
        return one(List.of(-1e300, -1.5, -0.1, 0.0, 0.1, 0.3, 1.0, 2.5, 1e-300, 1e300));
    }

    Instant instant() {
        return Instant.parse("2026-01-01T00:00:00Z")
                .plusNanos(random.nextInt(5) * 500L)
                .plusSeconds(random.nextInt(3));
    }

    LocalDate date() {
        return LocalDate.parse("2026-02-27").plusDays(random.nextInt(4)).withYear(one(List.of(1, 999, 2026, 9999)));
    }

    UUID uuid() {
        return new UUID(random.nextInt(2) == 0 ? Long.MIN_VALUE : 1, random.nextInt(3) - 1);
    }

    byte[] bytes() {
        byte[] value = new byte[random.nextInt(3)];
        for (int i = 0; i < value.length; i++) {
            value[i] = one(List.of((byte) 0, (byte) 1, (byte) 127, (byte) -128, (byte) -1));
        }
        return value;
    }

    /** A text, number or boolean of JSON. */
    Object scalar() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> text();
            case 2 -> one(List.<Object>of(true, false));
            case 3 -> one(List.<Object>of(-1, 0, 1, 2, 10, 100, 2147483648L));
            default -> one(List.<Object>of(0.1, 1.5, -2.25, new BigDecimal("9.90"), 1e10));
        };
    }

    Map<String, Object> json(int depth) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (String key : List.of("a", "b", "é", "$x", "0")) {
            switch (random.nextInt(depth > 0 ? 6 : 4)) {
                case 0 -> {}
                case 1 -> result.put(key, null);
                case 2, 3 -> result.put(key, scalar());
                case 4 -> result.put(key, json(depth - 1));
                default -> result.put(key, some(3, this::scalar));
            }
        }
        return result;
    }
}
