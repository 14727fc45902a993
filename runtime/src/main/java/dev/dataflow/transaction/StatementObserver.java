package dev.dataflow.transaction;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.statement.Operation;
import dev.dataflow.statement.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of each statement and logs slow ones. Thread-safe. */
public final class StatementObserver {

    private static final Logger LOG = LoggerFactory.getLogger("dev.dataflow.statements");

    /** The most characters of a statement in the log: those that write many rows have 200,000. */
    private static final int MOST_CHARACTERS = 2_000;

    private final List<StatementListener> listeners;
    private final long slowNanos;

    /**
     * An observer.
     *
     * @param listeners who is told
     * @param slow how long a statement may take before it is logged as slow; zero for never
     */
    public StatementObserver(List<StatementListener> listeners, Duration slow) {
        this.listeners = List.copyOf(listeners);
        this.slowNanos = slow.isZero() ? Long.MAX_VALUE : slow.toNanos();
    }

    void done(Statement statement, long start, long rows) {
        observe(statement, System.nanoTime() - start, rows, null);
    }

    void failed(Statement statement, long start, ErrorCode code) {
        observe(statement, System.nanoTime() - start, 0, code);
    }

    private void observe(Statement statement, long nanos, long rows, @Nullable ErrorCode error) {
        if (nanos >= slowNanos) {
            LOG.warn("slow: {} took {} ms: {}", statement.action(), nanos / 1_000_000, shown(statement.sql()));
        }
        if (listeners.isEmpty() || statement.operation() == Operation.CATALOG) {
            return;
        }
        StatementEvent event = new StatementEvent(
                statement.model().definition().name(),
                statement.operation().label(),
                statement.sql(),
                Duration.ofNanos(nanos),
                rows,
                error);
        for (StatementListener listener : listeners) {
            try {
                listener.executed(event);
            } catch (RuntimeException | AssertionError | LinkageError e) {
                // the statement has run; a listener's bug must not make it look failed
                LOG.warn("a statement listener failed", e);
            }
        }
    }

    private static String shown(String sql) {
        if (sql.length() <= MOST_CHARACTERS) {
            return sql;
        }
        int end = MOST_CHARACTERS - (Character.isHighSurrogate(sql.charAt(MOST_CHARACTERS - 1)) ? 1 : 0);
        return sql.substring(0, end) + " … (" + (sql.length() - end) + " more characters)";
    }
}
