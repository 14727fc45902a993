package dev.dataflow.type;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Floors times to microseconds and keeps them in the years 1 to 9999, which every database can hold. Comparisons with others
 * are refused: text of more digits has another order, and drivers and servers turn them into other values.
 */
final class TimeLimits {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    static final Limits<Instant> INSTANT = Limits.always(TimeLimits::instant);
    static final Limits<OffsetDateTime> OFFSET_DATE_TIME = Limits.always(value -> {
        instant(value.toInstant());
        return value.truncatedTo(ChronoUnit.MICROS);
    });
    static final Limits<LocalDateTime> DATE_TIME =
            Limits.always(value -> year(value.getYear(), value).truncatedTo(ChronoUnit.MICROS));
    static final Limits<LocalTime> TIME = Limits.always(value -> value.truncatedTo(ChronoUnit.MICROS));
    static final Limits<LocalDate> DATE = Limits.always(value -> year(value.getYear(), value));

    private TimeLimits() {}

    private static Instant instant(Instant value) {
        return year(value.isBefore(FIRST) || value.isAfter(LAST) ? 0 : 1, value).truncatedTo(ChronoUnit.MICROS);
    }

    private static <T> T year(int year, T value) {
        if (year < 1 || year > 9999) {
            throw new IllegalValueException("is outside the years 1 to 9999");
        }
        return value;
    }
}
