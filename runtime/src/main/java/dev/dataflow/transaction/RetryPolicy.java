package dev.dataflow.transaction;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often work is tried, and how long the pauses between are. A pause is a random part of its bound, so that those who
 * met each other do not meet again; the bound doubles from one attempt to the next. Immutable.
 *
 * @param attempts how often the work runs at most, the first time included; 1 to 1,000
 * @param first the bound of the first pause; zero for no pauses
 * @param longest what no bound exceeds; one hour at most
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {

    private static final int MOST_ATTEMPTS = 1000;
    private static final Duration MOST = Duration.ofHours(1);
    private static final Duration FIRST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final RetryPolicy NONE = new RetryPolicy(1, FIRST, LONGEST);

    /**
     * Checks the bounds.
     *
     * @throws InvalidInputException DF-107 when one is outside what it may be
     */
    public RetryPolicy {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(longest, "longest");
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw refused(attempts + " attempts", "an attempt is the first run or a later one", "give 1 to 1000");
        }
        if (first.isNegative() || longest.compareTo(first) < 0 || longest.compareTo(MOST) > 0) {
            throw refused(
                    "pauses from " + first + " to " + longest,
                    "the first is not negative, and the longest between it and an hour",
                    "give pauses such as 10 ms to 1 s");
        }
    }

    /** One attempt only. */
    public static RetryPolicy none() {
        return NONE;
    }

    /**
     * Several attempts, with pauses of at most 10 ms, then 20, up to a second.
     *
     * @param attempts how often the work runs at most, the first time included; 1 to 1,000
     */
    public static RetryPolicy of(int attempts) {
        return new RetryPolicy(attempts, FIRST, LONGEST);
    }

    /**
     * The same with other pauses.
     *
     * @param first the bound of the first pause; zero for no pauses
     * @param longest what no bound exceeds; one hour at most
     */
    public RetryPolicy backoff(Duration first, Duration longest) {
        return new RetryPolicy(attempts, first, longest);
    }

    /**
     * A pause after so many failed attempts.
     *
     * @param failed how many, from 1
     */
    public Duration pauseAfter(int failed) {
        long bound = first.toNanos();
        for (int i = 1; i < failed && bound < longest.toNanos(); i++) {
            bound *= 2;
        }
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(Math.min(bound, longest.toNanos()) + 1));
    }

    private static InvalidInputException refused(String what, String why, String fix) {
        return new InvalidInputException(
                new Problem(ErrorCode.OPTION_INVALID, "work cannot be tried again with " + what, why, fix), null);
    }
}
