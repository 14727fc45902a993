package dev.dataflow.type;

import java.time.Duration;

/** Durations as microseconds in 64 bits, floored: towards the shorter for positive, the longer for negative ones. */
final class DurationLimits implements Limits<Duration> {

    static final DurationLimits INSTANCE = new DurationLimits();

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1000;
    private static final Duration LEAST = ofMicros(Long.MIN_VALUE);
    private static final Duration MOST = ofMicros(Long.MAX_VALUE);

    private DurationLimits() {}

    @Override
    public Duration store(Duration value) {
        return floor(value);
    }

    @Override
    public Duration floor(Duration value) {
        // the nanoseconds of a duration are never negative, so that dropping some of them floors it
        Duration floored = value.withNanos(value.getNano() / NANOS_PER_MICRO * NANOS_PER_MICRO);
        if (floored.compareTo(LEAST) < 0 || floored.compareTo(MOST) > 0) {
            throw new IllegalValueException("is longer than 64 bits of microseconds, about 292,471 years");
        }
        return floored;
    }

    static Duration ofMicros(long micros) {
        return Duration.ofSeconds(
                Math.floorDiv(micros, MICROS_PER_SECOND), Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
    }

    /** Of a duration that was floored; the second is split so that the least of all does not overflow on the way. */
    static long toMicros(Duration value) {
        long micros = value.getNano() / NANOS_PER_MICRO;
        return value.getSeconds() < 0
                ? (value.getSeconds() + 1) * MICROS_PER_SECOND + (micros - MICROS_PER_SECOND)
                : value.getSeconds() * MICROS_PER_SECOND + micros;
    }
}
