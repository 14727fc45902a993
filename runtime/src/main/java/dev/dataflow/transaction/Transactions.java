package dev.dataflow.transaction;

import dev.dataflow.database.Database;
import dev.dataflow.database.ErrorContext;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.TransactionConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one instance. A transaction belongs to the thread that began it; other threads take part only
 * when handed its context. A transaction inside another is a savepoint. Thread-safe.
 */
public final class Transactions {

    private static final ErrorContext CONTROL = new ErrorContext("transaction control", null);

    private final Database database;
    private final TransactionObserver observer;
    private final SqliteConnections sqliteConnections = new SqliteConnections();
    private final TimeKeeper timeKeeper = new TimeKeeper();
    /** Of all instances whose transactions must not be mixed. */
    private final ThreadLocal<@Nullable TransactionContext> current;

    /**
     * The transactions on one database.
     *
     * @param database the database
     * @param observer told of what befalls them
     */
    public Transactions(Database database, TransactionObserver observer) {
        this(database, observer, new ThreadLocal<>());
    }

    private Transactions(
            Database database, TransactionObserver observer, ThreadLocal<@Nullable TransactionContext> current) {
        this.database = database;
        this.observer = observer;
        this.current = current;
    }

    /** Those on another database, of which a thread is in none while it is in one of these, and the other way round. */
    public Transactions beside(Database other) {
        return new Transactions(other, observer, current);
    }

    SqliteConnections sqliteConnections() {
        return sqliteConnections;
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
        TransactionContext context = current.get();
        if (context != null && context.owner() != this) {
            throw elsewhere();
        }
        return context;
    }

    /** The error of a transaction that would be in two places. */
    public static DataFlowException elsewhere() {
        return new DataFlowException(
                new Problem(
                        ErrorCode.TENANT_TRANSACTION,
                        "a transaction is asked for rows that lie elsewhere",
                        "each tenant has a schema or a database of its own, and a transaction is of one of them, or of none",
                        "begin it in the scope that it is for, as in df.asTenant(id).transaction(…), and end it before another's"));
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
        TransactionContext outer = given == null ? current() : given;
        if (outer != null) {
            return inside(nest(outer, options), false, work);
        }
        try (TimeLimit limit = limit(options)) {
            return attempt(options, limit, true, work);
        }
    }

    /** Runs work that reads only in a transaction of its own, or inside what somebody else began and may write in. */
    <T, E extends Exception> T runReading(Work<T, E> work) throws E {
        return attempt(TransactionOptions.reading(), null, false, work);
    }

    private <T, E extends Exception> T attempt(
            TransactionOptions options, @Nullable TimeLimit limit, boolean exact, Work<T, E> work) throws E {
        TransactionAttempts attempts = new TransactionAttempts(options.retry(), limit, observer);
        while (true) {
            TransactionContext context = null;
            T result;
            try {
                context = begin(options, limit, exact);
                result = inside(context, true, work);
            } catch (Throwable failure) {
                if (limit != null && limit.isOver()) {
                    observer.timedOut();
                } else if (attempts.again(failure, context)) {
                    continue;
                }
                throw failure;
            }
            context.afterCommit().run(observer);
            return result;
        }
    }

    private <T, E extends Exception> T inside(TransactionContext context, boolean outermost, Work<T, E> work) throws E {
        TransactionContext before = current.get();
        current.set(context);
        try {
            T result = work.run(context);
            return end(context, outermost, result);
        } catch (Throwable failure) {
            undo(context, outermost, failure);
            throw failure;
        } finally {
            restore(before);
        }
    }

    private @Nullable TimeLimit limit(TransactionOptions options) {
        return options.timeout() == null ? null : new TimeLimit(options.timeout(), timeKeeper.threads());
    }

    /** Begins the transaction of a caller that does not end with it; it has neither a timeout nor a retry policy. */
    TransactionContext begin(TransactionOptions options) {
        return begin(options, null, false);
    }

    /**
     * Begins a transaction, or a savepoint where somebody else's is running.
     *
     * @param exact whether that one must be as the options say
     */
    private TransactionContext begin(TransactionOptions options, @Nullable TimeLimit limit, boolean exact) {
        Connection connection = database.acquire();
        try {
            if (limit != null && limit.isOver()) {
                throw limit.exceeded(null);
            }
            boolean joined = database.joinsOuterTransactions() && !connection.getAutoCommit();
            TransactionContext context = new TransactionContext(this, connection, options, limit, joined);
            if (!joined) {
                database.dialect()
                        .begin(
                                connection,
                                options.readOnly(),
                                options.isolation(),
                                limit == null ? null : limit.remaining());
                return context;
            }
            if (exact) {
                checkJoined(connection, options);
            }
            execute(context, database.dialect().savepoint(name(context.nest())));
            return context;
        } catch (SQLException e) {
            database.release(connection);
            throw failed(e, limit);
        } catch (RuntimeException | Error e) {
            database.release(connection);
            throw e;
        }
    }

    private DataFlowException failed(SQLException thrown, @Nullable TimeLimit limit) {
        DataFlowException translated = database.dialect().translate(thrown, CONTROL);
        return limit != null && limit.isOver() ? limit.exceeded(translated.getCause()) : translated;
    }

    private static void checkJoined(Connection connection, TransactionOptions options) throws SQLException {
        boolean differs = options.isolation() != -1 && options.isolation() != connection.getTransactionIsolation()
                || options.readOnly() && !connection.isReadOnly();
        if (differs) {
            throw misused(
                    "a transaction asks for options that the one it joins does not have",
                    "somebody else began that one, with an isolation and access of its own",
                    "give the options where that transaction begins");
        }
    }

    TransactionContext nest(TransactionContext outer, TransactionOptions options) {
        if (!outer.isOpen()) {
            throw misused(
                    "a transaction is used after its end", "its work has returned", "use it inside its work only");
        }
        if (!options.agreesWith(outer.options())) {
            throw misused(
                    "a nested transaction asks for options of its own",
                    "it is a savepoint of the outer one, which has its isolation, access, timeout and retries already",
                    "give the options to the outermost transaction");
        }
        checkUsable(outer);
        try {
            execute(outer, database.dialect().savepoint(name(outer.nest())));
            return outer;
        } catch (SQLException e) {
            outer.undo();
            throw database.dialect().translate(e, CONTROL);
        }
    }

    /**
     * Does something when the transaction of this thread, or the one given, has committed; at once when there is none.
     *
     * @param given the transaction handed to this thread; null to use the thread's own
     * @param action what is to be done
     * @throws DataFlowException DF-414 when the transaction has ended, or somebody else ends it
     */
    void afterCommit(@Nullable TransactionContext given, Runnable action) {
        TransactionContext context = given == null ? current() : given;
        if (context != null && !context.isOpen()) {
            throw misused(
                    "a transaction is used after its end", "its work has returned", "use it inside its work only");
        }
        if (context == null ? isJoined() : context.joined()) {
            throw misused(
                    "nothing can be done after the commit of this transaction",
                    "somebody else began it and commits it, and does not tell when",
                    "use what the framework that manages it has for this");
        }
        if (context != null) {
            context.afterCommit().add(context.depth(), action);
            return;
        }
        AfterCommit now = new AfterCommit();
        now.add(0, action);
        now.run(observer);
    }

    private boolean isJoined() {
        if (!database.joinsOuterTransactions()) {
            return false;
        }
        Connection connection = database.acquire();
        try {
            return !connection.getAutoCommit();
        } catch (SQLException e) {
            throw database.dialect().translate(e, CONTROL);
        } finally {
            database.release(connection);
        }
    }

    private <T> T end(TransactionContext context, boolean outermost, T result) {
        try {
            checkUsable(context);
            if (outermost && !context.joined()) {
                database.dialect().commit(context.connection());
            } else {
                if (outermost && context.leavesRows()) {
                    RowScope.NOBODY.bind(context);
                }
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
        if (outermost) {
            context.afterCommit().run(observer);
        }
    }

    void undo(TransactionContext context, boolean outermost, Throwable failure) {
        if (!context.isOpen()) {
            return;
        }
        if (outermost && !context.joined()) {
            rollback(context, failure);
            return;
        }
        try {
            if (context.doom() != null) {
                context.undo();
            } else {
                String name = name(context.depth());
                context.undo();
                execute(context, database.dialect().rollbackTo(name));
                execute(context, database.dialect().releaseSavepoint(name));
            }
        } catch (SQLException e) {
            failure.addSuppressed(database.dialect().translate(e, CONTROL));
        }
        if (outermost) {
            finish(context);
        }
    }

    private void rollback(TransactionContext context, Throwable failure) {
        context.close();
        try {
            database.dialect().rollback(context.connection());
        } catch (SQLException e) {
            failure.addSuppressed(database.dialect().translate(e, CONTROL));
            database.discard(context.connection());
            return;
        }
        database.release(context.connection());
    }

    private void release(TransactionContext context) throws SQLException {
        execute(context, database.dialect().releaseSavepoint(name(context.depth())));
        context.release();
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
        TimeLimit limit = context.limit();
        if (limit != null && limit.isOver()) {
            throw limit.exceeded(null);
        }
        if (context.doom() != null) {
            throw new TransactionConflictException(
                    new Problem(
                            ErrorCode.TRANSACTION_CONFLICT,
                            "the transaction is over: the database has undone all of it",
                            "a statement in it failed with " + context.doom().code() + ", which ended it",
                            "let that error end the work, and run the whole transaction again"),
                    context.doom());
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
