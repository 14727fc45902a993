package dev.dataflow.migrations.lock;

import java.sql.SQLException;
import java.time.Duration;

/**
 * Asks again and again. A session that waits inside the server holds a snapshot there, and is cut off by socket
 * timeouts; one that asks does neither.
 */
final class Polling {

    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 100;

    private Polling() {}

    /** A question whose answer may become yes. */
    interface Attempt {
        boolean succeeds() throws SQLException;
    }

    /** Asks until the answer is yes. At least once; false when it was not in time. */
    static boolean until(Duration timeout, Attempt attempt) throws SQLException {
        long start = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        while (!attempt.succeeds()) {
            long left = timeout.toMillis() - (System.nanoTime() - start) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            sleep(Math.min(pause, left));
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
        return true;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LockBusy.interrupted();
        }
    }
}
