package dev.dataflow.transaction;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long a transaction may take. When it is over, the statement that runs is cancelled. Thread-safe. */
final class TimeLimit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TimeLimit.class);
    private static final Duration LONGEST = Duration.ofDays(365);

    /** A driver passes over a statement that has not quite begun, so it is told again. */
    private static final long AGAIN = Duration.ofMillis(50).toNanos();

    private final Duration given;
    private final long end;
    private final ScheduledFuture<?> alarm;
    private @Nullable Cancellation running;

    /** Makes a statement that runs on another thread end. */
    @FunctionalInterface
    interface Cancellation {
        /** Asks for it; it may have ended already. */
        void cancel() throws SQLException;
    }

    /** A limit that begins now. */
    TimeLimit(Duration given, ScheduledExecutorService clock) {
        long nanos = given.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : given.toNanos();
        this.given = given;
        this.end = System.nanoTime() + nanos;
        this.alarm = clock.scheduleWithFixedDelay(this::cancelRunning, nanos, AGAIN, TimeUnit.NANOSECONDS);
    }

    /** Notes a statement that begins. */
    synchronized void started(Cancellation statement) {
        running = statement;
    }

    /** Notes that it ended. Waits for a cancellation that is on its way, so that it does not hit what comes next. */
    synchronized void ended() {
        running = null;
    }

    private synchronized void cancelRunning() {
        if (running == null) {
            return;
        }
        try {
            running.cancel();
        } catch (SQLException | RuntimeException e) {
            // the next turn tries again; the statement's own end is noticed too
            LOG.debug("a statement could not be cancelled: {}", e.getClass().getName());
        }
    }

    Duration remaining() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /**
     * The error of a transaction that took too long.
     *
     * @param cause what its statement failed with; null when none ran
     */
    DataFlowException exceeded(@Nullable Throwable cause) {
        return new DataFlowException(
                new Problem(
                        ErrorCode.TIMEOUT,
                        "the transaction took longer than its timeout",
                        "it was given " + given + (cause == null ? "" : ", and its statement was cancelled then"),
                        "give it more time, or do less in it"),
                cause,
                true);
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
