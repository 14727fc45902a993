package dev.dataflow.transaction;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what befalls transactions, logs it and tells listeners. Thread-safe. */
public final class TransactionObserver {

    private static final Logger LOG = LoggerFactory.getLogger("dev.dataflow.transactions");

    private final List<TransactionListener> listeners;
    private final LongAdder retries = new LongAdder();
    private final LongAdder gaveUp = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final LongAdder failedAfterCommit = new LongAdder();

    /**
     * An observer.
     *
     * @param listeners who is told
     */
    public TransactionObserver(List<TransactionListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** What was counted. */
    public TransactionMetrics metrics() {
        return new TransactionMetrics(retries.sum(), gaveUp.sum(), timeouts.sum(), failedAfterCommit.sum());
    }

    void retried(TransactionRetry retry) {
        retries.increment();
        LOG.debug("attempt {} of {} met another transaction", retry.failed(), retry.attempts());
        tell(listener -> listener.retried(retry));
    }

    void gaveUp(int attempts) {
        gaveUp.increment();
        LOG.debug("a transaction met others in each of {} attempts", attempts);
        tell(listener -> listener.gaveUp(attempts));
    }

    void timedOut() {
        timeouts.increment();
    }

    void afterCommitFailed(Throwable failure) {
        failedAfterCommit.increment();
        LOG.error("what was to be done after a commit failed; the commit stands", failure);
        tell(listener -> listener.afterCommitFailed(failure));
    }

    private void tell(Consumer<TransactionListener> event) {
        for (TransactionListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException | AssertionError | LinkageError e) {
                // a listener's bug must not change what becomes of the transaction
                LOG.warn("a transaction listener failed", e);
            }
        }
    }
}
