package dev.dataflow.migrations.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a step may wait and take.
 *
 * @param lock how long a statement may wait for a lock; zero is as long as it takes
 * @param statement how long a statement may take; null is as long as it takes. PostgreSQL and MariaDB end it by themselves,
 *     on MySQL and SQLite who runs it must
 */
public record Timeouts(Duration lock, @Nullable Duration statement) {

    /** Five seconds for a lock: who waits for one keeps out those that come later. As long as it takes for a statement. */
    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(5), null);

    /** What goes on for long beside others: builds of indexes, and looking at rows. */
    static final Duration LONG = Duration.ofHours(12);

    /**
     * Checks the durations.
     *
     * @throws IllegalArgumentException when one is negative, or a statement has no time
     */
    public Timeouts {
        if (lock.isNegative() || statement != null && (statement.isNegative() || statement.isZero())) {
            throw new IllegalArgumentException("timeouts are positive; a lock's may be zero");
        }
    }

    /** Those of a statement that keeps nobody out and takes its time. */
    Timeouts unhurried() {
        return statement == null || statement.compareTo(LONG) > 0 ? this : new Timeouts(lock, LONG);
    }

    /** Those of a statement that waits for everybody and must not be broken off. */
    Timeouts patient() {
        Timeouts unhurried = unhurried();
        return new Timeouts(Duration.ZERO, unhurried.statement() == null ? LONG : unhurried.statement());
    }
}
