package dev.dataflow.transaction;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.database.Database;
import dev.dataflow.database.ErrorContext;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.statement.Arguments;
import dev.dataflow.statement.Scoping;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Stamp;
import dev.dataflow.trait.Tenant;
import dev.dataflow.trait.Tenants;
import dev.dataflow.type.BinaryRows;
import dev.dataflow.type.IllegalValueException;
import dev.dataflow.type.RowReader;
import dev.dataflow.type.StatementParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements: in the transaction it was made for, else in the calling thread's, else each on a connection of its
 * own. Thread-safe when it was made for no transaction.
 */
public final class Session {

    private final Transactions transactions;
    private final Database database;
    private final StatementObserver observer;
    private final @Nullable TransactionContext given;
    /** Whose rows row security shows; null where it is not used. */
    private final @Nullable RowScope shown;

    private final StatementRun run;

    /**
     * A session of an instance.
     *
     * @param transactions the instance's transactions
     * @param observer told of each statement
     * @param rowSecurity whether PostgreSQL's row security is told whose rows a statement is about
     */
    public Session(Transactions transactions, StatementObserver observer, boolean rowSecurity) {
        this(transactions, observer, null, rowSecurity ? RowScope.NOBODY : null);
    }

    private Session(
            Transactions transactions,
            StatementObserver observer,
            @Nullable TransactionContext given,
            @Nullable RowScope shown) {
        this.transactions = transactions;
        this.database = transactions.database();
        this.observer = observer;
        this.given = given;
        this.shown = shown;
        this.run = new StatementRun(this, observer, shown);
    }

    /** Turns the current row into a result. */
    @FunctionalInterface
    public interface RowMapper<T> {
        /** Reads the row. */
        T map(RowReader row) throws SQLException;
    }

    interface Prepared<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    interface Running<T> {
        T run() throws SQLException;
    }

    /** A session on the same instance for one transaction, which other threads may be handed. */
    public Session in(TransactionContext context) {
        return new Session(transactions, observer, context, shown);
    }

    /** A session in the same transaction whose statements are about other tenants' rows. */
    public Session about(Tenants tenants, @Nullable Tenant tenant) {
        return shown == null ? this : new Session(transactions, observer, given, RowScope.of(tenants, tenant));
    }

    /** Transactions on another database: a thread that is in one of these is refused there, and the other way round. */
    public Transactions transactionsOn(Database other) {
        return transactions.beside(other);
    }

    /** A session that runs statements in other transactions, and tells the same observers. */
    public Session in(Transactions others) {
        return new Session(others, observer, null, shown);
    }

    /** Whether this session is for one transaction, which it was handed. */
    public boolean isGiven() {
        return given != null;
    }

    /** Whether PostgreSQL's row security shows the rows of this session's tenants only, to any SQL. */
    public boolean isConfined() {
        return shown != null;
    }

    /** Whether row security shows this session no tenant's rows, which it does where nothing is said. */
    boolean showsNobody() {
        return shown == null || shown.isNobody();
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
        return current() != null ? work.get() : transactions.runReading(context -> work.get());
    }

    /**
     * Does something when the transaction has committed, at once when there is none. It runs on the thread that commits,
     * outside of any transaction. When it fails, the commit stands and what else is to be done is done.
     *
     * @param action what is to be done; forgotten when the savepoint or transaction it was given in is undone
     * @throws DataFlowException DF-414 when the transaction has ended, or somebody else ends it
     */
    public void afterCommit(Runnable action) {
        transactions.afterCommit(given, action);
    }

    /** Runs work in a transaction; in a savepoint, when there is one already. */
    public <T, E extends Exception> T transaction(TransactionOptions options, Transactions.Work<T, E> work) throws E {
        return transactions.run(options, given, work);
    }

    /** Reads all rows of a statement that returns some. */
    public <T> List<T> query(Statement statement, Arguments arguments, Stamp stamp, RowMapper<T> mapper) {
        return run.execute(statement, arguments, stamp, prepared -> {
            try (ResultSet result = prepared.rows()) {
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
        StatementRun.Execution<@Nullable T> first = prepared -> {
            try (ResultSet result = prepared.rows()) {
                return result.next() ? mapper.map(new RowReader(result, database.engine())) : null;
            } catch (IllegalValueException e) {
                throw unreadable(statement, e);
            }
        };
        return run.execute(
                statement,
                true,
                (connection, scoping) -> run.run(connection, statement, scoping, arguments, stamp, first),
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
            return new StreamOpening(in(outer), outer).open(false, more, false, statement, arguments, stamp, mapper);
        }
        TransactionContext context = transactions.begin(TransactionOptions.reading());
        try {
            // a connection that others may join could be needed by them
            boolean alone = !more && !database.joinsOuterTransactions();
            boolean asTheyCome =
                    alone && database.engine() == DatabaseEngine.MYSQL && MySqlCursors.isDriver(context.connection());
            return new StreamOpening(in(context), context)
                    .open(true, more, asTheyCome, statement, arguments, stamp, mapper);
        } catch (RuntimeException | Error e) {
            transactions.undo(context, true, e);
            throw e;
        }
    }

    static void close(@Nullable PreparedStatement prepared, Throwable because) {
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
        return failed(thrown, new ErrorContext(statement.action(), statement.model()));
    }

    DataFlowException failed(SQLException thrown, ErrorContext what) {
        DataFlowException translated = database.dialect().translate(thrown, what);
        TransactionContext context = current();
        if (context == null) {
            return translated;
        }
        TimeLimit limit = context.limit();
        if (limit != null && limit.isOver() && translated.code() == ErrorCode.TIMEOUT) {
            translated = limit.exceeded(translated.getCause());
        }
        if (database.dialect().endsTransaction(thrown)) {
            context.doom(translated);
        }
        return translated;
    }

    /** Runs a statement that returns no rows; gives how many it touched. */
    public int update(Statement statement, Arguments arguments, Stamp stamp) {
        return run.execute(statement, arguments, stamp, SentStatement::count);
    }

    /**
     * Whether {@link #copy} works here: on PostgreSQL with its own driver in sight, in a transaction.
     */
    public boolean copies() {
        return database.engine() == DatabaseEngine.POSTGRESQL
                && current() != null
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
        run.execute(
                statement,
                source,
                false,
                (connection, scoping) -> limited(
                        RunningStatement.of(connection),
                        () -> PostgresCopy.copy(connection, statement, source, buffer)),
                StatementRun::rows);
    }

    /**
     * Runs a statement made for one row for each of many.
     *
     * @param statement the statement
     * @param source the rows
     * @return how many rows of the table each touched
     */
    public int[] batch(Statement statement, RowSource source) {
        return run.execute(
                statement,
                source,
                false,
                (connection, scoping) -> batch(connection, statement, source),
                counts -> Arrays.stream(counts).sum());
    }

    /**
     * On SQLite: runs a statement made for one row, which inserts it or changes the row it meets, for each of many.
     *
     * @return how many rows met one
     */
    public long upsert(Statement statement, RowSource source) {
        StatementRun.Use<Long> use = (connection, scoping) -> {
            SqliteMetRows met = transactions.sqliteConnections().functions(connection);
            long before = met.count();
            batch(connection, statement, source);
            return met.count() - before;
        };
        return run.execute(statement, source, false, use, met -> source.count());
    }

    private int[] batch(Connection connection, Statement statement, RowSource source) throws SQLException {
        if (statement.needsFunctions()) {
            transactions.sqliteConnections().functions(connection);
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
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
            return limited(prepared, PreparedStatement::executeBatch);
        }
    }

    /** Runs an insert whose keys the database makes; gives them in the order of its rows. */
    public <K> List<K> insert(Statement statement, Arguments arguments, Stamp stamp, RowMapper<K> mapper) {
        if (!statement.generatedKeys()) {
            return query(statement, arguments, stamp, mapper);
        }
        return run.execute(statement, arguments, stamp, prepared -> {
            prepared.count();
            try (ResultSet keys = prepared.prepared().getGeneratedKeys()) {
                return read(statement, keys, mapper);
            }
        });
    }

    /** Reads the database's plan of a statement, line by line. */
    public List<String> explain(Statement statement, Arguments arguments, Stamp stamp) {
        return run.execute(statement.explained(database.dialect().explain("")), arguments, stamp, prepared -> {
            List<String> lines = new ArrayList<>();
            try (ResultSet result = prepared.rows()) {
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

    /** Closes what is kept on connections, of which given ones stay open. */
    public void close() {
        transactions.sqliteConnections().close();
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

    /** Tells row security whose rows the statements of this session's transaction are about, unless it knows. */
    void show() {
        run.show();
    }

    /** Told of failures of plain jOOQ in the same scope; says what they are. */
    DataFlowException failed(SQLException thrown) {
        return failed(thrown, new ErrorContext("plain jOOQ statement", null));
    }

    /** Prepares a statement with its values. */
    PreparedStatement prepare(Connection connection, Statement statement, Arguments arguments, Stamp stamp)
            throws SQLException {
        return run.prepare(connection, statement, Scoping.NONE, arguments, stamp);
    }

    /** Runs a statement that is cancelled when the transaction's time is over. */
    <T> T limited(PreparedStatement prepared, Prepared<T> work) throws SQLException {
        TimeLimit limit = limit();
        if (limit == null) {
            return work.run(prepared);
        }
        return limited(RunningStatement.of(database.engine(), prepared), () -> work.run(prepared));
    }

    <T> T limited(TimeLimit.Cancellation cancellation, Running<T> work) throws SQLException {
        TimeLimit limit = limit();
        if (limit == null) {
            return work.run();
        }
        limit.started(cancellation);
        try {
            return work.run();
        } finally {
            limit.ended();
        }
    }

    @Nullable
    TimeLimit limit() {
        TransactionContext context = current();
        return context == null ? null : context.limit();
    }
}
