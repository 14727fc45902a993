package dev.dataflow.processor.check;

import dev.dataflow.model.LogicalType;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.name.NearestName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Whether a literal is a value of a column's type, as strictly as the runtime takes values. */
final class DefaultLiteral {

    /** ASCII only: Java's parsers also take digits of other scripts, spaces and suffixes. */
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");
    private static final int NANOS_PER_MICRO = 1000;
    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final int LAST_YEAR = 9999;

    private final GeneratedColumn column;
    private final LogicalType logical;

    DefaultLiteral(GeneratedColumn column, LogicalType logical) {
        this.column = column;
        this.logical = logical;
    }

    /**
     * Why a literal is refused.
     *
     * @param why the reason
     * @param fix what to write
     */
    record Refusal(String why, String fix) {}

    Optional<Refusal> check(String literal) {
        return switch (logical) {
            case BOOLEAN ->
                refuse(!literal.equals("true") && !literal.equals("false"), "it is no boolean", "write true or false");
            case INT8 -> integer(literal, Byte.SIZE);
            case INT16 -> integer(literal, Short.SIZE);
            case INT32 -> integer(literal, Integer.SIZE);
            case INT64 -> integer(literal, Long.SIZE);
            case FLOAT32 -> fraction(literal, text -> Float.isFinite(Float.parseFloat(text)));
            case FLOAT64 -> fraction(literal, text -> Double.isFinite(Double.parseDouble(text)));
            case DECIMAL -> decimal(literal);
            case BIG_INTEGER -> bigInteger(literal);
            case TEXT, VARCHAR -> text(literal);
            case ENUM ->
                refuse(
                        !column.constants().contains(literal),
                        "its constants are " + NearestName.list(column.constants()),
                        NearestName.suggest(literal, column.constants()));
            case UUID -> refuse(!isUuid(literal), "it is no UUID", "write it as 00000000-0000-0000-0000-000000000000");
            case INSTANT -> time(literal, text -> Instant.parse(text).atOffset(ZoneOffset.UTC), "2026-01-31T12:00:00Z");
            case OFFSET_DATE_TIME ->
                time(
                        literal,
                        text -> OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC),
                        "2026-01-31T12:00:00+02:00");
            case DATE -> time(literal, LocalDate::parse, "2026-01-31");
            case TIME -> time(literal, LocalTime::parse, "12:00:00");
            case DATE_TIME -> time(literal, LocalDateTime::parse, "2026-01-31T12:00:00");
            case DURATION -> duration(literal);
            case BYTES, JSON, TEXT_LIST, INT64_LIST -> Optional.empty();
        };
    }

    private static Optional<Refusal> integer(String literal, int bits) {
        boolean fits = INTEGER.matcher(literal).matches() && new BigInteger(literal).bitLength() < bits;
        return refuse(!fits, "it is no whole number of " + bits + " bits", "write digits, with a sign or without");
    }

    private static Optional<Refusal> fraction(String literal, Function<String, Boolean> finite) {
        boolean fits = DECIMAL.matcher(literal).matches() && finite.apply(literal);
        return refuse(!fits, "it is no finite number of the type", "write it as 1.5 or 1.5e3");
    }

    private Optional<Refusal> decimal(String literal) {
        if (!DECIMAL.matcher(literal).matches()) {
            return refuse(true, "it is no decimal number", "write it as 9.90");
        }
        int precision = column.size().precision();
        int scale = column.size().scale();
        BigDecimal value = new BigDecimal(literal).stripTrailingZeros();
        boolean fits = value.signum() == 0
                || value.scale() <= scale && (long) value.precision() - value.scale() <= precision - scale;
        return refuse(
                !fits,
                "the column holds " + (precision - scale) + " digits before the point and " + scale + " after it",
                "write a value that fits, or set precision and scale with @Column");
    }

    private Optional<Refusal> bigInteger(String literal) {
        int precision = column.size().precision();
        boolean fits = INTEGER.matcher(literal).matches()
                && new BigInteger(literal).abs().compareTo(BigInteger.TEN.pow(precision)) < 0;
        return refuse(
                !fits,
                "it is no whole number of at most " + precision + " digits",
                "write digits, with a sign or without");
    }

    private static Optional<Refusal> duration(String literal) {
        Duration value;
        try {
            value = Duration.parse(literal);
        } catch (DateTimeException e) {
            return refuse(true, "it does not read as ISO 8601", "write it as PT1H30M");
        }
        if (value.getNano() % NANOS_PER_MICRO != 0) {
            return refuse(
                    true, "columns hold microseconds, not nanoseconds", "write at most six digits after the point");
        }
        BigInteger micros = BigInteger.valueOf(value.getSeconds())
                .multiply(BigInteger.valueOf(MICROS_PER_SECOND))
                .add(BigInteger.valueOf(value.getNano() / NANOS_PER_MICRO));
        return refuse(micros.bitLength() >= Long.SIZE, "columns hold 64 bits of microseconds", "write a shorter one");
    }

    private Optional<Refusal> text(String literal) {
        int length = column.size().length();
        if (literal.indexOf('\0') >= 0 || literal.codePoints().anyMatch(DefaultLiteral::isHalfPair)) {
            return refuse(true, "not every database can store each of its characters", "leave out NUL and half pairs");
        }
        return refuse(
                length > 0 && literal.codePointCount(0, literal.length()) > length,
                "it is longer than the column, " + length + " characters",
                "shorten it, or set a greater @Column(length = …)");
    }

    private static boolean isHalfPair(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean isUuid(String literal) {
        try {
            return UUID.fromString(literal).toString().equalsIgnoreCase(literal);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<Refusal> time(String literal, Function<String, TemporalAccessor> parser, String example) {
        TemporalAccessor value;
        try {
            value = parser.apply(literal);
        } catch (DateTimeException e) {
            return refuse(true, "it does not read as ISO 8601", "write it as " + example);
        }
        if (value.isSupported(ChronoField.YEAR)
                && (value.get(ChronoField.YEAR) < 1 || value.get(ChronoField.YEAR) > LAST_YEAR)) {
            return refuse(true, "columns hold the years 1 to 9999", "write a year in the range");
        }
        return refuse(
                value.isSupported(ChronoField.NANO_OF_SECOND)
                        && value.get(ChronoField.NANO_OF_SECOND) % NANOS_PER_MICRO != 0,
                "columns hold microseconds, not nanoseconds",
                "write at most six digits after the second");
    }

    private static Optional<Refusal> refuse(boolean refused, String why, String fix) {
        return refused ? Optional.of(new Refusal(why, fix)) : Optional.empty();
    }
}
