package dev.dataflow.type;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Reads the text of times that {@link TimeText} writes faster than the JDK does, and leaves all other text to the JDK. */
final class TimeTextReader {

    private static final int DATE = 10;
    private static final int TIME = 15;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int NANOS_PER_MICRO = 1000;
    private static final int NO_NUMBER = -1;
    private static final long NO_TIME = -1;

    private TimeTextReader() {}

    static Instant instant(String text) {
        if (text.length() == DATE + 1 + TIME + 1 && text.charAt(DATE + 1 + TIME) == 'Z' && text.charAt(DATE) == 'T') {
            long micros = micros(text, DATE + 1);
            if (micros != NO_TIME && isDate(text)) {
                return Instant.ofEpochSecond(
                        day(text).toEpochDay() * SECONDS_PER_DAY + micros / 1_000_000,
                        micros % 1_000_000 * NANOS_PER_MICRO);
            }
        }
        return Instant.parse(text);
    }

    static LocalDateTime dateTime(String text) {
        if (text.length() == DATE + 1 + TIME && text.charAt(DATE) == 'T') {
            long micros = micros(text, DATE + 1);
            if (micros != NO_TIME && isDate(text)) {
                return LocalDateTime.of(day(text), LocalTime.ofNanoOfDay(micros * NANOS_PER_MICRO));
            }
        }
        return LocalDateTime.parse(text);
    }

    static LocalDate date(String text) {
        return text.length() == DATE && isDate(text) ? day(text) : LocalDate.parse(text);
    }

    static LocalTime time(String text) {
        long micros = text.length() == TIME ? micros(text, 0) : NO_TIME;
        return micros == NO_TIME ? LocalTime.parse(text) : LocalTime.ofNanoOfDay(micros * NANOS_PER_MICRO);
    }

    private static boolean isDate(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && number(text, 0, 4) != NO_NUMBER
                && number(text, 5, 2) != NO_NUMBER
                && number(text, 8, 2) != NO_NUMBER;
    }

    private static LocalDate day(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
    }

    /** The time of day; {@link #NO_TIME} for text of another form. */
    private static long micros(String text, int from) {
        if (text.charAt(from + 2) != ':' || text.charAt(from + 5) != ':' || text.charAt(from + 8) != '.') {
            return NO_TIME;
        }
        int hour = number(text, from, 2);
        int minute = number(text, from + 3, 2);
        int second = number(text, from + 6, 2);
        int micro = number(text, from + 9, 6);
        boolean known = hour != NO_NUMBER && minute != NO_NUMBER && second != NO_NUMBER && micro != NO_NUMBER;
        return known && hour < 24 && minute < 60 && second < 60
                ? (hour * 3600 + minute * 60 + second) * 1_000_000L + micro
                : NO_TIME;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NO_NUMBER;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
