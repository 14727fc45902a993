package dev.dataflow.migrations.fact;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.reader.row.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Runs queries that only read, each with a time limit of the database, on a connection that is left as it was. What takes too
 * long, or is not allowed, gives a reason instead of an answer. Not thread-safe, as the connection.
 */
abstract class Probes implements AutoCloseable {

    /** No query is begun with less time left than this. */
    private static final long LEAST_MILLIS = 1;

    private static final Set<Integer> DENIED = Set.of(1044, 1142, 1143, 1227, 1370);

    protected final Connection connection;
    private final Budget budget;
    private final long end;

    Probes(Connection connection, Budget budget) {
        this.connection = connection;
        this.budget = budget;
        this.end = System.nanoTime() + budget.total().toNanos();
    }

    static Probes of(Connection connection, DatabaseEngine engine, Budget budget) throws SQLException {
        return switch (engine) {
            case POSTGRESQL -> new PostgresProbes(connection, budget);
            case MYSQL, MARIADB -> new MySqlProbes(connection, engine, budget);
            case SQLITE -> new SqliteProbes(connection, budget);
        };
    }

    /** The values of all rows, or why there are none. */
    <T> Answer<List<T>> list(String sql, Row<T> row, Object... parameters) throws SQLException {
        long left = left();
        if (left < LEAST_MILLIS) {
            return Answer.unknown("the time for all queries is over");
        }
        try {
            return Answer.of(run(Math.min(left, budget.query().toMillis()), sql, row, parameters));
        } catch (SQLException e) {
            if (isLost(e)) {
                throw e;
            }
            return Answer.unknown(reason(e));
        }
    }

    /** The only row's value, or why there is none. */
    <T> Answer<T> first(String sql, Row<T> row, Object... parameters) throws SQLException {
        Answer<List<T>> answer = list(sql, row, parameters);
        if (answer.value() == null) {
            return Answer.unknown(answer.reason());
        }
        return answer.value().isEmpty()
                ? Answer.unknown("the database has no such row")
                : Answer.of(answer.value().get(0));
    }

    /** How many milliseconds are left for all queries. */
    long left() {
        return (end - System.nanoTime()) / 1_000_000;
    }

    /** How long between two looks. */
    long sampling() {
        return Math.min(budget.sampling().toMillis(), left() / 2);
    }

    /** Runs a query with a limit; the connection can be used after a failure, too. */
    abstract <T> List<T> run(long millis, String sql, Row<T> row, Object... parameters) throws SQLException;

    /** Whether a query was ended by its limit. */
    abstract boolean isTimeout(SQLException failure);

    /** Why a query was denied. */
    String denied() {
        return "the account has no right to ask";
    }

    @Override
    public abstract void close() throws SQLException;

    /** Without the server's words: those can hold values of rows. */
    private String reason(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (isTimeout(failure)) {
            return "the query took too long";
        }
        return state.equals("42501") || DENIED.contains(failure.getErrorCode()) && state.startsWith("42")
                ? denied()
                : "the database refused the query (SQLState " + state + ", code " + failure.getErrorCode() + ")";
    }

    private boolean isLost(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("08") || state.startsWith("57P")) {
            return true;
        }
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
