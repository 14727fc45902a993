package dev.dataflow.transaction;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import java.sql.Connection;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction runs. Immutable.
 *
 * @param isolation a level of {@link Connection}, or -1 for READ COMMITTED; SQLite's transactions are always serializable
 * @param readOnly whether writes are refused
 * @param timeout the longest it may take; null for no limit
 * @param retry whether it is run again after it met another one
 */
public record TransactionOptions(
        int isolation, boolean readOnly, @Nullable Duration timeout, RetryPolicy retry) {

    private static final Set<Integer> LEVELS = Set.of(
            Connection.TRANSACTION_READ_UNCOMMITTED,
            Connection.TRANSACTION_READ_COMMITTED,
            Connection.TRANSACTION_REPEATABLE_READ,
            Connection.TRANSACTION_SERIALIZABLE);

    private static final TransactionOptions DEFAULTS = new TransactionOptions(-1, false, null, RetryPolicy.none());

    /**
     * Checks the level and the timeout.
     *
     * @throws InvalidInputException DF-107 when one is none
     */
    public TransactionOptions {
        Objects.requireNonNull(retry, "retry");
        if (isolation != -1 && !LEVELS.contains(isolation)) {
            throw refused("isolation " + isolation, "use serializable(), repeatableRead() or readCommitted()");
        }
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw refused("timeout " + timeout, "give a timeout longer than zero");
        }
    }

    /** Read and write, READ COMMITTED where the database has a choice, without a limit, tried once. */
    public static TransactionOptions defaults() {
        return DEFAULTS;
    }

    /** As if transactions ran one after the other; some are refused and may be tried again. */
    public static TransactionOptions serializable() {
        return DEFAULTS.withIsolation(Connection.TRANSACTION_SERIALIZABLE);
    }

    /** Reads see what was committed before the transaction's first read. */
    public static TransactionOptions repeatableRead() {
        return DEFAULTS.withIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    /** Each read sees what was committed before it. */
    public static TransactionOptions readCommitted() {
        return DEFAULTS.withIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    /** Refuses writes. */
    public static TransactionOptions reading() {
        return DEFAULTS.readingOnly();
    }

    /** The same, refusing writes. */
    public TransactionOptions readingOnly() {
        return new TransactionOptions(isolation, true, timeout, retry);
    }

    /**
     * The same with a limit. When it is over, the statement that runs is cancelled and all is undone.
     *
     * @param limit the longest the transaction may take, with all its attempts and the pauses between
     * @throws InvalidInputException DF-107 when it is not longer than zero
     */
    public TransactionOptions timeout(Duration limit) {
        return new TransactionOptions(isolation, readOnly, limit, retry);
    }

    /**
     * The same, run again after a serialization failure, a deadlock or a lock that was not free in time. The work must do
     * nothing that is not undone with the transaction.
     *
     * @param attempts how often it runs at most, the first time included; 1 to 1,000
     * @throws InvalidInputException DF-107 for another number
     */
    public TransactionOptions retry(int attempts) {
        return retry(RetryPolicy.of(attempts));
    }

    /**
     * The same, run again after a serialization failure, a deadlock or a lock that was not free in time.
     *
     * @param policy how often, and after which pauses
     */
    public TransactionOptions retry(RetryPolicy policy) {
        return new TransactionOptions(isolation, readOnly, timeout, policy);
    }

    /** Whether a transaction with these options may be nested in one with others. */
    boolean agreesWith(TransactionOptions outer) {
        int level = outer.isolation == -1 ? Connection.TRANSACTION_READ_COMMITTED : outer.isolation;
        return (isolation == -1 || isolation == level)
                && (!readOnly || outer.readOnly)
                && timeout == null
                && (retry.attempts() == 1 || retry.equals(outer.retry));
    }

    private static InvalidInputException refused(String what, String fix) {
        return new InvalidInputException(
                new Problem(ErrorCode.OPTION_INVALID, "a transaction cannot have the " + what, "there is no such", fix),
                null);
    }

    private TransactionOptions withIsolation(int level) {
        return new TransactionOptions(level, readOnly, timeout, retry);
    }
}
