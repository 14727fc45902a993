package dev.dataflow.transaction;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.database.Database;
import dev.dataflow.database.ErrorContext;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.statement.Arguments;
import dev.dataflow.statement.Companion;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Stamp;
import dev.dataflow.type.BinaryRows;
import dev.dataflow.type.IllegalValueException;
import dev.dataflow.type.RowReader;
import dev.dataflow.type.StatementParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements: in the transaction it was made for, else in the calling thread's, else each on a connection of its
 * own. Thread-safe when it was made for no transaction.
 */
public final class Session {

    /** What pgjdbc takes, which counts in milliseconds. */
    private static final long MOST_SECONDS = Integer.MAX_VALUE / 1000;

    /** How many rows of a stream a driver fetches at once, between which its connection is free. */
    private static final int FETCHED = 500;

    /** Has MySQL's driver hand on rows as they come; its connection is busy until the last of them. */
    private static final int AS_THEY_COME = Integer.MIN_VALUE;

    private final Transactions transactions;
    private final Database database;
    private final StatementObserver observer;
    private final @Nullable TransactionContext given;

    /**
     * A session of an instance.
     *
     * @param transactions the instance's transactions
     * @param observer told of each statement
     */
    public Session(Transactions transactions, StatementObserver observer) {
        this(transactions, observer, null);
    }

    private Session(Transactions transactions, StatementObserver observer, @Nullable TransactionContext given) {
        this.transactions = transactions;
        this.database = transactions.database();
        this.observer = observer;
        this.given = given;
    }

    /** Turns the current row into a result. */
    @FunctionalInterface
    public interface RowMapper<T> {
        /** Reads the row. */
        T map(RowReader row) throws SQLException;
    }

    private interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    private interface Execution<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    /** A session on the same instance for one transaction, which other threads may be handed. */
    public Session in(TransactionContext context) {
        return new Session(transactions, observer, context);
    }

    /** The database behind it. */
    public Database database() {
        return database;
    }

    /** Runs work that writes more than once: all of it is done, or none, also inside an outer transaction. */
    public <T> T atomically(Supplier<T> work) {
        return transaction(TransactionOptions.defaults(), context -> work.get());
    }

    /** Runs work in this session's transaction, or in one of its own when there is none. */
    public <T> T transactional(Supplier<T> work) {
        return current() != null ? work.get() : transaction(TransactionOptions.defaults(), context -> work.get());
    }

    /** Runs work that only reads, seeing one transaction where there is one; it keeps no writer waiting. */
    public <T> T reading(Supplier<T> work) {
        return current() != null ? work.get() : transaction(TransactionOptions.reading(), context -> work.get());
    }

    /** Runs work in a transaction; in a savepoint, when there is one already. */
    public <T, E extends Exception> T transaction(TransactionOptions options, Transactions.Work<T, E> work) throws E {
        return transactions.run(options, given, work);
    }

    /** Reads all rows of a statement that returns some. */
    public <T> List<T> query(Statement statement, Arguments arguments, Stamp stamp, RowMapper<T> mapper) {
        return execute(statement, arguments, stamp, prepared -> {
            try (ResultSet result = prepared.executeQuery()) {
                return read(statement, result, mapper);
            }
        });
    }

    /**
     * Reads the row of a statement that returns one at most, and changes nothing: what is changed is sure at the end of the
     * result only, where a database may still fail.
     *
     * @return the row; null when there is none
     */
    public <T> @Nullable T single(Statement statement, Arguments arguments, Stamp stamp, RowMapper<T> mapper) {
        Execution<@Nullable T> first = prepared -> {
            try (ResultSet result = prepared.executeQuery()) {
                return result.next() ? mapper.map(new RowReader(result, database.engine())) : null;
            } catch (IllegalValueException e) {
                throw unreadable(statement, e);
            }
        };
        return execute(
                statement,
                new RowSource(arguments, 0, stamp),
                connection -> run(connection, statement, arguments, stamp, first),
                found -> found == null ? 0 : 1);
    }

    /**
     * Runs a statement whose rows are read part by part, in the transaction there is, or in one of its own that only reads.
     *
     * @param more whether further statements run in the session of the stream before its end
     * @return the rows, to be closed
     * @throws DataFlowException DF-135 when the driver would read all of them at once
     */
    public <T> RowStream<T> stream(
            Statement statement, Arguments arguments, Stamp stamp, boolean more, RowMapper<T> mapper) {
        TransactionContext outer = current();
        if (outer != null) {
            acquire();
            return stream(outer, false, FETCHED, statement, arguments, stamp, mapper);
        }
        TransactionContext context = transactions.begin(TransactionOptions.reading());
        try {
            // a connection that others may join could be needed by them
            boolean alone = !more && !database.joinsOuterTransactions();
            boolean asTheyCome =
                    alone && database.engine() == DatabaseEngine.MYSQL && MySqlCursors.isDriver(context.connection());
            return stream(context, true, asTheyCome ? AS_THEY_COME : FETCHED, statement, arguments, stamp, mapper);
        } catch (RuntimeException | Error e) {
            transactions.undo(context, true, e);
            throw e;
        }
    }

    private <T> RowStream<T> stream(
            TransactionContext context,
            boolean own,
            int fetched,
            Statement statement,
            Arguments arguments,
            Stamp stamp,
            RowMapper<T> mapper) {
        Session inside = in(context);
        long start = System.nanoTime();
        PreparedStatement prepared = null;
        try {
            if (fetched != AS_THEY_COME) {
                inside.checkCursors(statement);
            }
            prepared = inside.prepare(context.connection(), statement, arguments, stamp);
            prepared.setFetchSize(fetched);
            ResultSet result = prepared.executeQuery();
            return new RowStream<>(
                    inside, context, own, statement, mapper, prepared, result, System.nanoTime() - start);
        } catch (SQLException e) {
            DataFlowException failure = inside.failed(e, statement);
            observer.failed(statement, start, failure.code());
            close(prepared, failure);
            throw failure;
        } catch (RuntimeException | Error e) {
            close(prepared, e);
            throw e;
        }
    }

    private void checkCursors(Statement statement) {
        if (database.engine() == DatabaseEngine.MYSQL && !MySqlCursors.areOn(acquire())) {
            throw new DataFlowException(new Problem(
                    ErrorCode.STREAM_WITHOUT_CURSOR,
                    "rows of " + statement.model() + " cannot be streamed over this connection",
                    "MySQL's driver would read all of them into memory, since its useCursorFetch is off",
                    "put useCursorFetch=true into the URL of the database or data source"));
        }
    }

    private static void close(@Nullable PreparedStatement prepared, Throwable because) {
        try {
            if (prepared != null) {
                prepared.close();
            }
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    StatementObserver observer() {
        return observer;
    }

    /** Says what a statement failed with, and notes it when the database has ended the transaction. */
    DataFlowException failed(SQLException thrown, Statement statement) {
        DataFlowException translated =
                database.dialect().translate(thrown, new ErrorContext(statement.action(), statement.model()));
        doom(thrown, translated);
        return translated;
    }

    /** Runs a statement that returns no rows; gives how many it touched. */
    public int update(Statement statement, Arguments arguments, Stamp stamp) {
        return execute(statement, arguments, stamp, PreparedStatement::executeUpdate);
    }

    /**
     * Whether {@link #copy} works here: on PostgreSQL with its own driver in sight, in a transaction without a timeout, which
     * the driver has no way to keep while it copies.
     */
    public boolean copies() {
        TransactionContext context = current();
        return database.engine() == DatabaseEngine.POSTGRESQL
                && context != null
                && context.remaining() == null
                && PostgresCopy.isAvailable(acquire());
    }

    /** Whether the transaction is our own: one that others end may be of a kind that takes no temporary tables. */
    public boolean stages() {
        TransactionContext context = current();
        return context != null && !context.joined();
    }

    /**
     * Loads rows by COPY.
     *
     * @param statement the copy
     * @param source the rows
     * @param buffer where they are put together, for rows of the statement's types
     */
    public void copy(Statement statement, RowSource source, BinaryRows buffer) {
        execute(
                statement,
                source,
                connection -> PostgresCopy.copy(connection, statement, source, buffer),
                Session::rows);
    }

    /**
     * Runs a statement made for one row for each of many.
     *
     * @param statement the statement
     * @param source the rows
     * @return how many rows of the table each touched
     */
    public int[] batch(Statement statement, RowSource source) {
        return execute(
                statement,
                source,
                connection -> {
                    if (statement.needsFunctions()) {
                        transactions.sqliteFunctions().register(connection);
                    }
                    try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
                        limitTime(prepared);
                        StatementParameters parameters =
                                new StatementParameters(prepared, database.engine(), database.largestPacket());
                        for (int i = 0; i < source.count(); i++) {
                            parameters.restart();
                            if (i == 0) {
                                statement.bindRow(i, source.arguments(), source.stamp(), parameters);
                            } else {
                                statement.bindNextRow(i, source.arguments(), source.stamp(), parameters);
                            }
                            prepared.addBatch();
                        }
                        return prepared.executeBatch();
                    }
                },
                counts -> Arrays.stream(counts).sum());
    }

    /** Runs an insert whose keys the database makes; gives them in the order of its rows. */
    public <K> List<K> insert(Statement statement, Arguments arguments, Stamp stamp, RowMapper<K> mapper) {
        if (!statement.generatedKeys()) {
            return query(statement, arguments, stamp, mapper);
        }
        return execute(statement, arguments, stamp, prepared -> {
            prepared.executeUpdate();
            try (ResultSet keys = prepared.getGeneratedKeys()) {
                return read(statement, keys, mapper);
            }
        });
    }

    /** Reads the database's plan of a statement, line by line. */
    public List<String> explain(Statement statement, Arguments arguments, Stamp stamp) {
        return execute(statement.explained(database.dialect().explain("")), arguments, stamp, prepared -> {
            List<String> lines = new ArrayList<>();
            try (ResultSet result = prepared.executeQuery()) {
                while (result.next()) {
                    lines.addAll(database.dialect().planLine(result).lines().toList());
                }
            }
            return lines;
        });
    }

    /** Whether statements run in a transaction that somebody else began, or may. */
    public boolean inTransaction() {
        return current() != null || database.joinsOuterTransactions();
    }

    @Nullable
    TransactionContext current() {
        return given == null ? transactions.current() : given;
    }

    Connection acquire() {
        TransactionContext context = current();
        if (context == null) {
            return database.acquire();
        }
        if (!context.isOpen()) {
            throw Transactions.misused(
                    "a transaction is used after its end",
                    "its work has returned, and its connection is back in the pool",
                    "use what a transaction is handed inside its work only");
        }
        Transactions.checkUsable(context);
        return context.connection();
    }

    void release(Connection connection) {
        TransactionContext context = current();
        if (context == null || context.connection() != connection) {
            database.release(connection);
        }
    }

    Transactions transactions() {
        return transactions;
    }

    private <T> List<T> read(Statement statement, ResultSet result, RowMapper<T> mapper) throws SQLException {
        RowReader reader = new RowReader(result, database.engine());
        List<T> rows = new ArrayList<>();
        try {
            while (result.next()) {
                rows.add(mapper.map(reader));
            }
            return rows;
        } catch (IllegalValueException e) {
            throw unreadable(statement, e);
        }
    }

    static DataFlowException unreadable(Statement statement, IllegalValueException e) {
        return new DataFlowException(
                new Problem(
                        ErrorCode.STORED_VALUE_INVALID,
                        "a stored row of " + statement.model() + " cannot be read",
                        "a column " + e.getMessage(),
                        "correct the row, or the model's type"),
                e,
                false);
    }

    private <T> T execute(Statement statement, Arguments arguments, Stamp stamp, Execution<T> execution) {
        return execute(
                statement,
                new RowSource(arguments, statement.companions().isEmpty() ? 0 : statement.rows(), stamp),
                connection -> run(connection, statement, arguments, stamp, execution),
                Session::rows);
    }

    private static long rows(Object result) {
        return result instanceof List<?> list ? list.size() : ((Number) result).longValue();
    }

    /** Runs a statement, with what accompanies it in one transaction. */
    private <T> T execute(Statement statement, RowSource source, Use<T> use, ToLongFunction<T> rows) {
        if (statement.companions().isEmpty()) {
            return execute(statement, use, rows);
        }
        return transactional(() -> {
            accompany(statement, Companion.When.BEFORE, source);
            T result = execute(statement, use, rows);
            accompany(statement, Companion.When.AFTER, source);
            return result;
        });
    }

    private void accompany(Statement statement, Companion.When when, RowSource source) {
        for (Companion companion : statement.companions()) {
            if (companion.when() == when) {
                new CompanionRun(this, source).run(companion);
            }
        }
    }

    private <T> T execute(Statement statement, Use<T> use, ToLongFunction<T> rows) {
        Connection connection = acquire();
        long start = System.nanoTime();
        try {
            T result = use.of(connection);
            observer.done(statement, start, rows.applyAsLong(result));
            return result;
        } catch (SQLException e) {
            DataFlowException translated =
                    database.dialect().translate(e, new ErrorContext(statement.action(), statement.model()));
            observer.failed(statement, start, translated.code());
            doom(e, translated);
            throw translated;
        } finally {
            release(connection);
        }
    }

    /** Notes that the database has ended the transaction by itself, when it has. */
    private void doom(SQLException thrown, DataFlowException translated) {
        TransactionContext context = current();
        if (context != null && database.dialect().endsTransaction(thrown)) {
            context.doom(translated);
        }
    }

    /** Told of failures of plain jOOQ in the same scope. */
    void failed(SQLException thrown) {
        doom(thrown, database.dialect().translate(thrown, new ErrorContext("plain jOOQ statement", null)));
    }

    private <T> T run(
            Connection connection, Statement statement, Arguments arguments, Stamp stamp, Execution<T> execution)
            throws SQLException {
        try (PreparedStatement prepared = prepare(connection, statement, arguments, stamp)) {
            T result = execution.run(prepared);
            if (statement.hasExpressions()) {
                database.dialect().checkExpressions(prepared);
            }
            return result;
        }
    }

    private PreparedStatement prepare(Connection connection, Statement statement, Arguments arguments, Stamp stamp)
            throws SQLException {
        if (statement.needsFunctions()) {
            transactions.sqliteFunctions().register(connection);
        }
        PreparedStatement prepared = statement.generatedKeys()
                ? connection.prepareStatement(statement.sql(), java.sql.Statement.RETURN_GENERATED_KEYS)
                : connection.prepareStatement(statement.sql());
        try {
            limitTime(prepared);
            statement.bind(
                    arguments, stamp, new StatementParameters(prepared, database.engine(), database.largestPacket()));
            return prepared;
        } catch (SQLException | RuntimeException | Error e) {
            close(prepared, e);
            throw e;
        }
    }

    private void limitTime(PreparedStatement prepared) throws SQLException {
        TransactionContext context = current();
        Duration remaining = context == null ? null : context.remaining();
        if (remaining != null) {
            prepared.setQueryTimeout((int) Math.min(MOST_SECONDS, Math.max(1, remaining.toSeconds() + 1)));
        }
    }
}
