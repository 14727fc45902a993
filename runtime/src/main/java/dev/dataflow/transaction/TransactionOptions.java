package dev.dataflow.transaction;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import java.sql.Connection;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction runs. Immutable.
 *
 * @param isolation a level of {@link Connection}, or -1 for the connection's own
 * @param readOnly whether writes are refused
 * @param timeout the longest it may take; null for no limit
 */
public record TransactionOptions(
        int isolation, boolean readOnly, @Nullable Duration timeout) {

    private static final Set<Integer> LEVELS = Set.of(
            Connection.TRANSACTION_READ_UNCOMMITTED,
            Connection.TRANSACTION_READ_COMMITTED,
            Connection.TRANSACTION_REPEATABLE_READ,
            Connection.TRANSACTION_SERIALIZABLE);

    /** Checks the level and the timeout. */
    public TransactionOptions {
        if (isolation != -1 && !LEVELS.contains(isolation)) {
            throw refused("isolation " + isolation, "use serializable(), repeatableRead() or readCommitted()");
        }
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw refused("timeout " + timeout, "give a timeout longer than zero");
        }
    }

    private static final TransactionOptions DEFAULTS = new TransactionOptions(-1, false, null);

    /** Read and write, at the connection's isolation level, without a limit. */
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
        return new TransactionOptions(-1, true, null);
    }

    /**
     * The same with a limit.
     *
     * @param limit the longest the transaction may take; checked before each statement and before the commit
     */
    public TransactionOptions timeout(Duration limit) {
        return new TransactionOptions(isolation, readOnly, limit);
    }

    private static InvalidInputException refused(String what, String fix) {
        return new InvalidInputException(
                new Problem(ErrorCode.OPTION_INVALID, "a transaction cannot have the " + what, "there is no such", fix),
                null);
    }

    private TransactionOptions withIsolation(int level) {
        return new TransactionOptions(level, readOnly, timeout);
    }
}
