package dev.dataflow.type;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/** Floors times to microseconds and keeps them in the years 1 to 9999, which every database can hold. */
final class TimeLimits {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    static final Limits<Instant> INSTANT = of(
            value -> year(value.isBefore(FIRST) || value.isAfter(LAST) ? 0 : 1, value),
            v -> v.truncatedTo(ChronoUnit.MICROS));
    static final Limits<OffsetDateTime> OFFSET_DATE_TIME = of(
            value -> {
                INSTANT.store(value.toInstant());
                return value;
            },
            v -> v.truncatedTo(ChronoUnit.MICROS));
    static final Limits<LocalDateTime> DATE_TIME =
            of(value -> year(value.getYear(), value), v -> v.truncatedTo(ChronoUnit.MICROS));
    static final Limits<LocalTime> TIME = of(value -> value, v -> v.truncatedTo(ChronoUnit.MICROS));
    static final Limits<LocalDate> DATE = value -> year(value.getYear(), value);

    private TimeLimits() {}

    private static <T> T year(int year, T value) {
        if (year < 1 || year > 9999) {
            throw new IllegalValueException("is outside the years 1 to 9999");
        }
        return value;
    }

    private static <T> Limits<T> of(Limits<T> range, UnaryOperator<T> floor) {
        return new Limits<>() {
            @Override
            public T store(T value) {
                return floor.apply(range.store(value));
            }

            @Override
            public T floor(T value) {
                return floor.apply(value);
            }
        };
    }
}
