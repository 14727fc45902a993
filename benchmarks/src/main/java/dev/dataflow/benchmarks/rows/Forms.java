package dev.dataflow.benchmarks.rows;

import dev.dataflow.type.SortableDecimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** How decimals and times are stored on SQLite, which has neither; peers that let their user say so use it there. */
public final class Forms {

    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private Forms() {}

    /** A time as stored. */
    public static String text(Instant time) {
        return MICROSECONDS.format(time);
    }

    /** A price as stored. */
    public static String text(BigDecimal price) {
        return SortableDecimal.encode(price);
    }

    /** A stored price. */
    public static BigDecimal price(String text) {
        return SortableDecimal.decode(text).setScale(2);
    }

    /** Now, in what databases store. */
    public static Instant now() {
        Instant now = Instant.now();
        return now.minusNanos(now.getNano() % 1000);
    }
}
