package dev.dataflow.suite;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The least, the greatest and awkward values of each field of {@link Extreme}, in ascending order, and values beyond. */
final class ExtremeValues {

    private static final String NINES = "9".repeat(30);

    private ExtremeValues() {}

    static Map<String, List<Object>> ascending() {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        values.put("int8", List.of(Byte.MIN_VALUE, (byte) -1, (byte) 0, (byte) 1, Byte.MAX_VALUE));
        values.put("int16", List.of(Short.MIN_VALUE, (short) -1, (short) 0, (short) 1, Short.MAX_VALUE));
        values.put("int32", List.of(Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE));
        values.put("int64", List.of(Long.MIN_VALUE, -(1L << 53) - 1, -1L, 0L, 1L, (1L << 53) + 1, Long.MAX_VALUE));
        values.put(
                "float32",
                List.of(
                        -Float.MAX_VALUE,
                        -Float.MIN_NORMAL,
                        -Float.MIN_VALUE,
                        0.0f,
                        Float.MIN_VALUE,
                        Math.nextDown(Float.MIN_NORMAL),
                        Float.MIN_NORMAL,
                        0.1f,
                        Math.nextUp(1f),
                        Float.MAX_VALUE));
        values.put(
                "float64",
                List.of(
                        -Double.MAX_VALUE,
                        -Double.MIN_NORMAL,
                        -Double.MIN_VALUE,
                        0.0,
                        Double.MIN_VALUE,
                        Math.nextDown(Double.MIN_NORMAL),
                        Double.MIN_NORMAL,
                        0.1,
                        Math.nextUp(1.0),
                        Double.MAX_VALUE));
        values.put("whole", decimals("-" + "9".repeat(38), "-10", "-9", "0", "9", "10", "9".repeat(38)));
        values.put("fine", decimals("-99999999." + NINES, "-1E-30", "0", "1E-30", "99999999." + NINES));
        values.put("fraction", decimals("-0." + NINES, "-1E-30", "0", "1E-30", "0.1", "0." + NINES));
        values.put("digit", decimals("-9", "0", "9"));
        values.put(
                "big",
                List.of(
                        BigInteger.ONE.subtract(BigInteger.TEN.pow(38)),
                        BigInteger.ZERO,
                        BigInteger.TEN.pow(38).subtract(BigInteger.ONE)));
        values.put(
                "text",
                List.of(
                        "",
                        "\t",
                        " ",
                        "  ",
                        "'\"`\\%_?",
                        "A",
                        "a",
                        "a ",
                        "e\u0301",
                        "\u00e9",
                        "\uFFFD",
                        "\uD83D\uDC18"));
        values.put("varchar", List.of("", " ", "A", "a", "a ", "ae\u0301", "\u00e9", "\uD83D\uDC18".repeat(3)));
        values.put(
                "bytes",
                List.of(
                        new byte[0],
                        new byte[] {0},
                        new byte[] {0, 0},
                        new byte[] {'\''},
                        new byte[] {'\\', 'x'},
                        new byte[] {127},
                        new byte[] {-128},
                        new byte[] {-1}));
        values.put("uuid", List.of(new UUID(0, 0), new UUID(Long.MAX_VALUE, -1), new UUID(-1, -1)));
        values.put(
                "instant",
                List.of(
                        Instant.parse("0001-01-01T00:00:00Z"),
                        Instant.parse("1582-10-10T12:00:00.000001Z"),
                        Instant.parse("1883-11-18T18:03:58Z"),
                        Instant.parse("1899-12-31T23:59:59.999999Z"),
                        Instant.parse("1969-12-31T23:59:59.999999Z"),
                        Instant.EPOCH,
                        Instant.parse("2038-01-19T03:14:08Z"),
                        Instant.parse("9999-12-31T23:59:59.999999Z")));
        values.put(
                "offset",
                List.of(
                        OffsetDateTime.parse("0001-01-01T18:00:00+18:00"),
                        OffsetDateTime.parse("1899-12-31T23:59:59.999999-04:56:02"),
                        OffsetDateTime.parse("9999-12-31T05:59:59.999999-18:00")));
        values.put(
                "date",
                List.of(
                        LocalDate.of(1, 1, 1),
                        LocalDate.of(1582, 10, 4),
                        LocalDate.of(1582, 10, 10),
                        LocalDate.of(1582, 10, 15),
                        LocalDate.of(1900, 2, 28),
                        LocalDate.of(2000, 2, 29),
                        LocalDate.of(9999, 12, 31)));
        values.put("time", List.of(LocalTime.MIN, LocalTime.of(0, 0, 0, 1000), LocalTime.of(23, 59, 59, 999_999_000)));
        values.put(
                "date_time",
                List.of(
                        LocalDateTime.of(1, 1, 1, 0, 0),
                        LocalDateTime.of(1582, 10, 10, 0, 0, 0, 1000),
                        LocalDateTime.of(2026, 3, 8, 2, 30),
                        LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000)));
        values.put(
                "duration",
                List.of(
                        Duration.of(Long.MIN_VALUE, ChronoUnit.MICROS),
                        Duration.ofNanos(-1000),
                        Duration.ZERO,
                        Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS)));
        return values;
    }

    /** What no column of a kind can hold, nor be compared with. */
    static Map<String, List<Object>> beyond() {
        return Map.ofEntries(
                Map.entry("int8", List.of(128, -129L, 1.5)),
                Map.entry("int16", List.of(32_768)),
                Map.entry("int32", List.of(1L << 31)),
                Map.entry("int64", List.of(BigInteger.ONE.shiftLeft(63))),
                Map.entry("float32", List.of(Float.NaN, Float.NEGATIVE_INFINITY, 1e39, 1e-60)),
                Map.entry("float64", List.of(Double.NaN, Double.POSITIVE_INFINITY, new BigDecimal("1E+400"))),
                Map.entry("big", List.of(new BigDecimal("0.5"))),
                Map.entry("text", List.of("a\0", "\uD83D", "\uDC18\uD83D")),
                Map.entry("varchar", List.of("\0")),
                Map.entry(
                        "instant", List.of(Instant.MIN, Instant.MAX, Instant.parse("0000-12-31T23:59:59.999999999Z"))),
                Map.entry("offset", List.of(OffsetDateTime.MIN, OffsetDateTime.MAX)),
                Map.entry("date", List.of(LocalDate.of(0, 12, 31), LocalDate.of(10_000, 1, 1))),
                Map.entry("date_time", List.of(LocalDateTime.MIN, LocalDateTime.MAX)),
                Map.entry("duration", List.of(Duration.ofSeconds(Long.MIN_VALUE), Duration.ofSeconds(Long.MAX_VALUE))));
    }

    /** What a column cannot hold, but be compared with. */
    static Map<String, List<Object>> tooMuch() {
        return Map.of(
                "whole", decimals("1E+38", "0.1"),
                "fine", decimals("1E+8", "1E-31"),
                "fraction", decimals("1", "-1E-31"),
                "digit", decimals("10", "-10", "0.5"),
                "big", List.of(BigInteger.TEN.pow(38)),
                "varchar", List.of("abcd", "\uD83D\uDC18".repeat(4)));
    }

    private static List<Object> decimals(String... texts) {
        return java.util.Arrays.stream(texts).<Object>map(BigDecimal::new).toList();
    }
}
