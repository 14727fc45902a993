package dev.dataflow.migrations.statistics;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** When reading is over. */
final class Deadline {

    private static final long SECOND = 1_000_000_000;

    private final long end;

    Deadline(Duration budget) {
        end = System.nanoTime() + budget.toNanos();
    }

    boolean isOver() {
        return end - System.nanoTime() <= 0;
    }

    /** Drivers count in seconds, and 0 would be no end at all. */
    void limit(Statement statement) throws SQLException {
        statement.setQueryTimeout((int) Math.max(1, (end - System.nanoTime()) / SECOND));
    }
}
