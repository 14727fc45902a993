package dev.dataflow.migrations.risk;

import org.jspecify.annotations.Nullable;

/**
 * How long something takes, as a range: what servers do differs too much for one number.
 *
 * @param leastMillis at least so many milliseconds; null when it is unknown
 * @param mostMillis at most so many milliseconds, when nobody stands in the way; null when it is unknown, 0 where it does not grow with
 *     a table
 * @param source what that is computed from; when it is unknown, why
 */
public record ExpectedTime(
        @Nullable Long leastMillis, @Nullable Long mostMillis, String source) {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** What only touches the catalog. */
    public static final ExpectedTime BRIEF = new ExpectedTime(0L, 0L, "nothing that grows with the table");

    /** Nobody knows. */
    public static ExpectedTime unknown(String why) {
        return new ExpectedTime(null, null, why);
    }

    /** Whether there is a range. */
    public boolean known() {
        return mostMillis != null;
    }

    /** One after the other. */
    public ExpectedTime plus(ExpectedTime other) {
        if (leastMillis == null || mostMillis == null || other.brief()) {
            return this;
        }
        if (other.leastMillis == null || other.mostMillis == null || brief()) {
            return other;
        }
        String sources = source.equals(other.source) ? source : source + "; " + other.source;
        return new ExpectedTime(leastMillis + other.leastMillis, mostMillis + other.mostMillis, sources);
    }

    /** Whether it does not grow with a table. */
    public boolean brief() {
        return mostMillis != null && mostMillis == 0;
    }

    /** For people: {@code brief}, {@code < 1 s}, {@code 2–15 s}, {@code 40 s–6 min} or {@code unknown}. */
    public String words() {
        if (leastMillis == null || mostMillis == null) {
            return "unknown";
        }
        if (brief()) {
            return "brief";
        }
        if (mostMillis < SECOND) {
            return "< 1 s";
        }
        long end = unit(mostMillis);
        long most = (mostMillis + end - 1) / end;
        if (leastMillis < SECOND) {
            return "up to " + most + " " + name(end);
        }
        long start = Math.min(unit(leastMillis), end);
        return leastMillis / start + (start == end ? "" : " " + name(start)) + "–" + most + " " + name(end);
    }

    /** A unit of which there are two at least, if it is not the smallest. */
    private static long unit(long millis) {
        return millis < 2 * MINUTE ? SECOND : millis < 2 * HOUR ? MINUTE : HOUR;
    }

    private static String name(long unit) {
        return unit == SECOND ? "s" : unit == MINUTE ? "min" : "h";
    }
}
