package dev.dataflow.type;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Times of the years 1 to 9999 as text of a fixed width in microseconds, as {@code DateTimeFormatter} writes it, but faster. */
final class TimeText {

    private static final int DATE = 11;
    private static final int TIME = 15;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int NANOS_PER_MICRO = 1000;

    private TimeText() {}

    static String of(Instant value) {
        byte[] text = new byte[DATE + TIME + 1];
        date(LocalDate.ofEpochDay(Math.floorDiv(value.getEpochSecond(), (long) SECONDS_PER_DAY)), text);
        time((int) Math.floorMod(value.getEpochSecond(), (long) SECONDS_PER_DAY), value.getNano(), text, DATE);
        text[DATE + TIME] = 'Z';
        return text(text);
    }

    static String of(LocalDateTime value) {
        byte[] text = new byte[DATE + TIME];
        date(value.toLocalDate(), text);
        time(value.toLocalTime().toSecondOfDay(), value.getNano(), text, DATE);
        return text(text);
    }

    static String of(LocalTime value) {
        byte[] text = new byte[TIME];
        time(value.toSecondOfDay(), value.getNano(), text, 0);
        return text(text);
    }

    private static void date(LocalDate date, byte[] text) {
        number(date.getYear(), 4, text, 0);
        text[4] = '-';
        number(date.getMonthValue(), 2, text, 5);
        text[7] = '-';
        number(date.getDayOfMonth(), 2, text, 8);
        text[10] = 'T';
    }

    private static void time(int second, int nano, byte[] text, int from) {
        number(second / 3600, 2, text, from);
        text[from + 2] = ':';
        number(second / 60 % 60, 2, text, from + 3);
        text[from + 5] = ':';
        number(second % 60, 2, text, from + 6);
        text[from + 8] = '.';
        number(nano / NANOS_PER_MICRO, 6, text, from + 9);
    }

    private static void number(int value, int digits, byte[] text, int from) {
        int rest = value;
        for (int i = from + digits - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static String text(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
