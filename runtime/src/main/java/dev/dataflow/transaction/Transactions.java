package dev.dataflow.transaction;

import dev.dataflow.database.Database;
import dev.dataflow.database.ErrorContext;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.TransactionConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one instance. A transaction belongs to the thread that began it; other threads take part only
 * when handed its context. A transaction inside another is a savepoint. Thread-safe.
 */
public final class Transactions {

    private static final ErrorContext CONTROL = new ErrorContext("transaction control", null);

    private final Database database;
    private final SqliteFunctions sqliteFunctions = new SqliteFunctions();
    private final ThreadLocal<@Nullable TransactionContext> current = new ThreadLocal<>();

    /** The transactions on one database. */
    public Transactions(Database database) {
        this.database = database;
    }

    SqliteFunctions sqliteFunctions() {
        return sqliteFunctions;
    }

    /** What a transaction does. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        /** Runs inside the transaction. */
        T run(TransactionContext context) throws E;
    }

    Database database() {
        return database;
    }

    /** The transaction of this thread; null when it is in none. */
    @Nullable
    TransactionContext current() {
        return current.get();
    }

    /**
     * Runs work in a transaction: in a savepoint of the one given, or of this thread's, or in a new one.
     *
     * @param options how a new one runs; a nested one must agree with it
     * @param given the transaction handed to this thread; null to use the thread's own
     * @param work what it does; when it throws, all it did is undone
     * @return what the work returned
     */
    public <T, E extends Exception> T run(
            TransactionOptions options, @Nullable TransactionContext given, Work<T, E> work) throws E {
        TransactionContext outer = given == null ? current.get() : given;
        TransactionContext context = outer == null ? begin(options) : nest(outer, options);
        TransactionContext before = current.get();
        current.set(context);
        try {
            T result = work.run(context);
            return end(context, outer == null, result);
        } catch (Throwable failure) {
            undo(context, outer == null, failure);
            throw failure;
        } finally {
            restore(before);
        }
    }

    TransactionContext begin(TransactionOptions options) {
        Connection connection = database.acquire();
        try {
            boolean joined = database.joinsOuterTransactions() && !connection.getAutoCommit();
            TransactionContext context = new TransactionContext(connection, options, joined);
            if (joined) {
                execute(context, database.dialect().savepoint(name(context.nest())));
            } else {
                database.dialect().begin(connection, options.readOnly(), options.isolation());
            }
            return context;
        } catch (SQLException e) {
            database.release(connection);
            throw database.dialect().translate(e, CONTROL);
        } catch (RuntimeException | Error e) {
            database.release(connection);
            throw e;
        }
    }

    TransactionContext nest(TransactionContext outer, TransactionOptions options) {
        if (!outer.isOpen()) {
            throw misused(
                    "a transaction is used after its end", "its work has returned", "use it inside its work only");
        }
        boolean differs = options.isolation() != -1
                        && options.isolation() != outer.options().isolation()
                || options.readOnly() && !outer.options().readOnly()
                || options.timeout() != null;
        if (differs) {
            throw misused(
                    "a nested transaction asks for options of its own",
                    "it is a savepoint of the outer one, which has its isolation, access and timeout already",
                    "give the options to the outermost transaction");
        }
        try {
            execute(outer, database.dialect().savepoint(name(outer.nest())));
            return outer;
        } catch (SQLException e) {
            outer.unnest();
            throw database.dialect().translate(e, CONTROL);
        }
    }

    private <T> T end(TransactionContext context, boolean outermost, T result) {
        try {
            checkUsable(context);
            if (outermost && !context.joined()) {
                database.dialect().commit(context.connection());
            } else {
                release(context);
            }
        } catch (SQLException e) {
            throw database.dialect().translate(e, CONTROL);
        }
        if (outermost) {
            finish(context);
        }
        return result;
    }

    void commit(TransactionContext context, boolean outermost) {
        try {
            end(context, outermost, Boolean.TRUE);
        } catch (RuntimeException e) {
            undo(context, outermost, e);
            throw e;
        }
    }

    void undo(TransactionContext context, boolean outermost, Throwable failure) {
        if (!context.isOpen()) {
            return;
        }
        try {
            if (outermost && !context.joined()) {
                database.dialect().rollback(context.connection());
            } else if (context.doom() != null) {
                context.unnest();
            } else {
                execute(context, database.dialect().rollbackTo(name(context.depth())));
                release(context);
            }
        } catch (SQLException e) {
            failure.addSuppressed(database.dialect().translate(e, CONTROL));
        }
        if (outermost) {
            finish(context);
        }
    }

    private void release(TransactionContext context) throws SQLException {
        execute(context, database.dialect().releaseSavepoint(name(context.depth())));
        context.unnest();
    }

    private void finish(TransactionContext context) {
        context.close();
        database.release(context.connection());
    }

    /** Sets this thread's transaction; null for none. */
    void restore(@Nullable TransactionContext context) {
        if (context == null) {
            current.remove();
        } else {
            current.set(context);
        }
    }

    /** Fails when the transaction has run out of time, or the database has ended it. */
    static void checkUsable(TransactionContext context) {
        if (context.doom() != null) {
            throw new TransactionConflictException(
                    new Problem(
                            ErrorCode.TRANSACTION_CONFLICT,
                            "the transaction is over: the database has undone all of it",
                            "a statement in it failed with " + context.doom().code() + ", which ended it",
                            "let that error end the work, and run the whole transaction again"),
                    context.doom());
        }
        Duration remaining = context.remaining();
        if (remaining != null && remaining.isNegative()) {
            throw new DataFlowException(
                    new Problem(
                            ErrorCode.TIMEOUT,
                            "the transaction took longer than its timeout",
                            "it was given " + context.options().timeout(),
                            "give it more time, or do less in it"),
                    null,
                    true);
        }
    }

    static DataFlowException misused(String what, String why, String fix) {
        return new DataFlowException(new Problem(ErrorCode.TRANSACTION_MISUSED, what, why, fix));
    }

    private static String name(int level) {
        return "dataflow_" + level;
    }

    private static void execute(TransactionContext context, String sql) throws SQLException {
        try (java.sql.Statement statement = context.connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
