package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.DataFlowException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one database wants to be spoken to where jOOQ does not settle it: transactions, savepoints, plans, limits and
 * errors. Immutable and thread-safe.
 */
public abstract sealed class Dialect permits PostgresDialect, MySqlDialect, SqliteDialect {

    /** Says {@link #begin} which isolation to use: the default, READ COMMITTED where the database has a choice. */
    public static final int DEFAULT_ISOLATION = -1;

    private final DatabaseEngine engine;
    private final FailureTranslation translation;

    Dialect(DatabaseEngine engine, FailureReader failures) {
        this.engine = engine;
        this.translation = new FailureTranslation(engine, failures);
    }

    /** The dialect of a database whose connections come with an isolation level, one of {@link Connection}'s. */
    static Dialect of(DatabaseEngine engine, int standing) {
        return switch (engine) {
            case POSTGRESQL -> new PostgresDialect(standing);
            case MYSQL -> new MySqlDialect(standing);
            case MARIADB -> new MariaDbDialect(standing);
            case SQLITE -> new SqliteDialect();
        };
    }

    /** The database. */
    public final DatabaseEngine engine() {
        return engine;
    }

    /** The most parameters a statement may have. */
    public abstract int maximumParameters();

    /**
     * Begins a transaction on a connection in auto-commit mode. When it fails, none is open.
     *
     * @param connection the connection
     * @param readOnly whether writes are refused
     * @param isolation one of {@link Connection}'s levels, or {@link #DEFAULT_ISOLATION}; SQLite is always serializable
     * @param longest the longest to wait for a lock that is taken here; null for the connection's own limit
     * @throws SQLException from the driver
     */
    public abstract void begin(Connection connection, boolean readOnly, int isolation, @Nullable Duration longest)
            throws SQLException;

    /** Begins a transaction, waiting for locks as long as the connection does. */
    public final void begin(Connection connection, boolean readOnly, int isolation) throws SQLException {
        begin(connection, readOnly, isolation, null);
    }

    /**
     * Commits, and leaves the connection as it was before {@link #begin}. When it fails, the transaction is rolled
     * back.
     *
     * @param connection the connection
     * @throws SQLException from the driver
     */
    public abstract void commit(Connection connection) throws SQLException;

    /**
     * Rolls back, and leaves the connection as it was before {@link #begin}.
     *
     * @param connection the connection
     * @throws SQLException from the driver
     */
    public abstract void rollback(Connection connection) throws SQLException;

    /**
     * Whether the database has ended the whole transaction by itself, so that what follows would not be part of it.
     *
     * @param thrown what a statement in the transaction failed with
     */
    public boolean endsTransaction(SQLException thrown) {
        return false;
    }

    /**
     * The statement that sets a savepoint.
     *
     * @param name a plain identifier
     */
    public final String savepoint(String name) {
        return "SAVEPOINT " + name;
    }

    /** The statement that forgets a savepoint and keeps what was done since. */
    public final String releaseSavepoint(String name) {
        return "RELEASE SAVEPOINT " + name;
    }

    /** The statement that undoes what was done since a savepoint. */
    public final String rollbackTo(String name) {
        return "ROLLBACK TO SAVEPOINT " + name;
    }

    /**
     * Refuses what a statement with a regular expression found, where the database only warns that it gave one up.
     *
     * @param done the statement, after its rows were read
     * @throws SQLException when it did
     */
    public void checkExpressions(Statement done) throws SQLException {}

    /** Whether a statement failed in the connection's transaction, so that only a rollback can end it. */
    public boolean hasFailed(Connection connection) {
        return false;
    }

    /** The statement that gives the plan of another, with the same parameters, without running it. */
    public abstract String explain(String sql);

    /**
     * Reads the current row of what {@link #explain} gave.
     *
     * @param row the row
     * @return one line of the plan, or several
     * @throws SQLException from the driver
     */
    public String planLine(ResultSet row) throws SQLException {
        return row.getString(1);
    }

    /**
     * Says a driver's exception in DataFlow's words.
     *
     * @param thrown the driver's exception
     * @param context what was being done
     * @return an exception without values; the driver's exception, scrubbed, is its cause
     */
    public final DataFlowException translate(SQLException thrown, ErrorContext context) {
        return translation.translate(thrown, context);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The SQL name of one of {@link Connection}'s levels. */
    static String isolationName(int level) {
        return switch (level) {
            case Connection.TRANSACTION_READ_UNCOMMITTED -> "READ UNCOMMITTED";
            case Connection.TRANSACTION_READ_COMMITTED -> "READ COMMITTED";
            case Connection.TRANSACTION_REPEATABLE_READ -> "REPEATABLE READ";
            case Connection.TRANSACTION_SERIALIZABLE -> "SERIALIZABLE";
            default -> throw new IllegalArgumentException("no isolation level: " + level);
        };
    }
}
