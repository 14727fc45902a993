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
            LOG.warn("slow: {} took {} ms: {}", statement.action(), nanos / 1_000_000, statement.sql());
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
}
