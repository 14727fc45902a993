package dev.dataflow.migrations.storage;

import dev.dataflow.model.ColumnDescriptor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/** Reads default literals by their type and writes what all databases share. */
final class Literals {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    private Literals() {}

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static boolean bool(String literal) {
        if (literal.equals("true") || literal.equals("false")) {
            return literal.equals("true");
        }
        throw new IllegalArgumentException("not a boolean");
    }

    static String integer(ColumnDescriptor column, String literal) {
        long value = Long.parseLong(literal);
        long limit = switch (column.type()) {
            case INT8 -> Byte.MAX_VALUE;
            case INT16 -> Short.MAX_VALUE;
            case INT32 -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
        if (value > limit || value < -limit - 1) {
            throw new IllegalArgumentException("out of range");
        }
        return Long.toString(value);
    }

    static float float32(String literal) {
        float value = Float.parseFloat(literal);
        return (float) finite(value);
    }

    static double float64(String literal) {
        return finite(Double.parseDouble(literal));
    }

    static BigDecimal decimal(ColumnDescriptor column, String literal) {
        BigDecimal value = new BigDecimal(literal).setScale(column.scale());
        if (value.precision() > column.precision()) {
            throw new IllegalArgumentException("too many digits");
        }
        return value;
    }

    /** A duration in microseconds. */
    static String duration(String literal) {
        Duration value = Duration.parse(literal);
        return BigDecimal.valueOf(value.getSeconds())
                .movePointRight(6)
                .add(BigDecimal.valueOf(value.getNano() / 1000))
                .toBigIntegerExact()
                .toString();
    }

    static UUID uuid(String literal) {
        return UUID.fromString(literal);
    }

    static LocalDate date(String literal) {
        return LocalDate.parse(literal);
    }

    /** A time of day in microseconds. */
    static String time(String literal) {
        return TIME.format(LocalTime.parse(literal).truncatedTo(ChronoUnit.MICROS));
    }

    /** A date and time in microseconds. */
    static String dateTime(String literal, char separator) {
        return dateTime(LocalDateTime.parse(literal), separator);
    }

    /** An instant, at whatever offset it is written, as date and time in UTC, in microseconds. */
    static String instant(String literal, char separator) {
        return dateTime(LocalDateTime.ofInstant(OffsetDateTime.parse(literal).toInstant(), ZoneOffset.UTC), separator);
    }

    private static String dateTime(LocalDateTime value, char separator) {
        LocalDateTime floored = value.truncatedTo(ChronoUnit.MICROS);
        return floored.toLocalDate().toString() + separator + TIME.format(floored);
    }

    private static double finite(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("not finite");
        }
        return value;
    }
}
