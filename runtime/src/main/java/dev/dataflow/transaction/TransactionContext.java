package dev.dataflow.transaction;

import dev.dataflow.error.DataFlowException;
import java.sql.Connection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A transaction that is running: its connection and how deeply it is nested. One thread at a time may use it. */
public final class TransactionContext {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final Connection connection;
    private final TransactionOptions options;
    private final long deadline;
    private final boolean joined;
    private int depth;
    private boolean open = true;
    private @Nullable DataFlowException doom;

    TransactionContext(Connection connection, TransactionOptions options, boolean joined) {
        this.connection = connection;
        this.options = options;
        this.joined = joined;
        Duration timeout = options.timeout();
        this.deadline = timeout == null ? Long.MAX_VALUE : System.nanoTime() + nanos(timeout);
    }

    private static long nanos(Duration timeout) {
        return timeout.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : timeout.toNanos();
    }

    Connection connection() {
        return connection;
    }

    TransactionOptions options() {
        return options;
    }

    /** Whether somebody else began the transaction and will end it. */
    boolean joined() {
        return joined;
    }

    boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
    }

    /** Says that the database has ended the transaction by itself: nothing may be run in it any more. */
    void doom(DataFlowException cause) {
        doom = cause;
    }

    @Nullable
    DataFlowException doom() {
        return doom;
    }

    int nest() {
        return ++depth;
    }

    int depth() {
        return depth;
    }

    void unnest() {
        depth--;
    }

    /** What is left of the timeout; null when there is none. */
    @Nullable
    Duration remaining() {
        return deadline == Long.MAX_VALUE ? null : Duration.ofNanos(deadline - System.nanoTime());
    }
}
