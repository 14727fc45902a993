package dev.dataflow.transaction;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.database.Database;
import dev.dataflow.database.ErrorContext;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.statement.Arguments;
import dev.dataflow.statement.Companion;
import dev.dataflow.statement.Scoping;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Stamp;
import dev.dataflow.type.StatementParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of a session: on which connection, with what accompanies them, and after row security was told whose rows
 * they are about.
 */
final class StatementRun {

    private final Session session;
    private final Database database;
    private final StatementObserver observer;
    private final @Nullable RowScope shown;

    /**
     * The statements of a session.
     *
     * @param observer told of each
     * @param shown whose rows row security shows; null where it is not used
     */
    StatementRun(Session session, StatementObserver observer, @Nullable RowScope shown) {
        this.session = session;
        this.database = session.database();
        this.observer = observer;
        this.shown = shown;
    }

    interface Use<T> {
        T of(Connection connection, Scoping scoping) throws SQLException;
    }

    interface Execution<T> {
        T run(SentStatement statement) throws SQLException;
    }

    <T> T execute(Statement statement, Arguments arguments, Stamp stamp, Execution<T> execution) {
        Use<T> use = (connection, scoping) -> run(connection, statement, scoping, arguments, stamp, execution);
        return statement.companions().isEmpty()
                ? execute(statement, true, use, StatementRun::rows)
                : execute(statement, new RowSource(arguments, statement.rows(), stamp), true, use, StatementRun::rows);
    }

    /**
     * Runs a statement, with what accompanies it in one transaction.
     *
     * @param together whether it can be sent in one message with what row security is told
     */
    <T> T execute(Statement statement, RowSource source, boolean together, Use<T> use, ToLongFunction<T> rows) {
        if (statement.companions().isEmpty()) {
            return execute(statement, together, use, rows);
        }
        return session.transactional(() -> {
            accompany(statement, Companion.When.BEFORE, source);
            T result = execute(statement, together, use, rows);
            accompany(statement, Companion.When.AFTER, source);
            return result;
        });
    }

    private void accompany(Statement statement, Companion.When when, RowSource source) {
        for (Companion companion : statement.companions()) {
            if (companion.when() == when) {
                new CompanionRun(session, source).run(companion);
            }
        }
    }

    <T> T execute(Statement statement, boolean together, Use<T> use, ToLongFunction<T> rows) {
        if (shown == null) {
            return execute(statement, Scoping.NONE, use, rows);
        }
        TransactionContext context = session.current();
        if (!shown.isDue(context)) {
            return execute(statement, Scoping.NONE, use, rows);
        }
        if (context == null) {
            return together && !database.joinsOuterTransactions()
                    ? execute(statement, Scoping.ALONE, use, rows)
                    : session.transactional(() -> execute(statement, together, use, rows));
        }
        if (!together || statement.parameters() + 1 >= database.dialect().maximumParameters()) {
            show();
            return execute(statement, Scoping.NONE, use, rows);
        }
        context.telling();
        T result = execute(statement, shown.inTransaction(), use, rows);
        context.showing(shown.after(context.before()));
        return result;
    }

    private <T> T execute(Statement statement, Scoping scoping, Use<T> use, ToLongFunction<T> rows) {
        Connection connection = session.acquire();
        return execute(connection, statement, sent(connection, statement, scoping), use, rows);
    }

    private static Scoping sent(Connection connection, Statement statement, Scoping scoping) {
        return scoping == Scoping.ALONE && statement.isTyped() && PostgresMessages.areWhole(connection)
                ? Scoping.IN_MESSAGE
                : scoping;
    }

    private <T> T execute(
            Connection connection, Statement statement, Scoping scoping, Use<T> use, ToLongFunction<T> rows) {
        long start = System.nanoTime();
        boolean ended = scoping != Scoping.ALONE;
        try {
            T result = use.of(connection, scoping);
            ended = true;
            observer.done(statement.scoped(scoping), start, rows.applyAsLong(result));
            return result;
        } catch (SQLException e) {
            DataFlowException translated = session.failed(e, statement);
            observer.failed(statement.scoped(scoping), start, translated.code());
            throw translated;
        } finally {
            if (ended || RowScope.isEnded(connection)) {
                session.release(connection);
            } else {
                database.discard(connection);
            }
        }
    }

    /** Tells row security whose rows the statements of the session's transaction are about, unless it knows. */
    void show() {
        TransactionContext context = session.current();
        if (shown != null && context != null && shown.isDue(context)) {
            session.acquire();
            try {
                shown.bind(context);
            } catch (SQLException e) {
                throw session.failed(e, new ErrorContext("choice of a tenant", null));
            }
        }
    }

    <T> T run(
            Connection connection,
            Statement statement,
            Scoping scoping,
            Arguments arguments,
            Stamp stamp,
            Execution<T> execution)
            throws SQLException {
        KeptStatements kept = kept(connection, statement);
        if (kept != null) {
            return run(connection, kept, statement, arguments, stamp, execution);
        }
        try (PreparedStatement prepared = prepare(connection, statement, scoping, arguments, stamp)) {
            return run(prepared, statement, scoping, execution);
        }
    }

    private <T> T run(PreparedStatement prepared, Statement statement, Scoping scoping, Execution<T> execution)
            throws SQLException {
        T result = session.limited(prepared, running -> execution.run(new SentStatement(running, scoping)));
        if (statement.hasExpressions()) {
            database.dialect().checkExpressions(prepared);
        }
        return result;
    }

    /** The statements the connection keeps: those of SQLite, whose driver keeps none. */
    private @Nullable KeptStatements kept(Connection connection, Statement statement) throws SQLException {
        return database.engine() == DatabaseEngine.SQLITE && !statement.generatedKeys()
                ? session.transactions().sqliteConnections().statements(connection)
                : null;
    }

    /** Preparing takes SQLite as long as running what finds one row. */
    private <T> T run(
            Connection connection,
            KeptStatements kept,
            Statement statement,
            Arguments arguments,
            Stamp stamp,
            Execution<T> execution)
            throws SQLException {
        if (statement.needsFunctions()) {
            session.transactions().sqliteConnections().functions(connection);
        }
        PreparedStatement prepared = kept.take(statement.sql());
        T result;
        try {
            statement.bind(arguments, stamp, parameters(connection, prepared, Scoping.NONE));
            result = run(prepared, statement, Scoping.NONE, execution);
        } catch (SQLException | RuntimeException | Error e) {
            kept.drop(statement.sql(), prepared, e);
            throw e;
        }
        kept.giveBack(statement.sql(), prepared);
        return result;
    }

    PreparedStatement prepare(
            Connection connection, Statement statement, Scoping scoping, Arguments arguments, Stamp stamp)
            throws SQLException {
        if (statement.needsFunctions()) {
            session.transactions().sqliteConnections().functions(connection);
        }
        String sql = statement.scoped(scoping).sql();
        PreparedStatement prepared = statement.generatedKeys()
                ? connection.prepareStatement(sql, java.sql.Statement.RETURN_GENERATED_KEYS)
                : connection.prepareStatement(sql);
        try {
            StatementParameters out = parameters(connection, prepared, scoping);
            if (scoping != Scoping.NONE) {
                out.object(Objects.requireNonNull(shown).value());
            }
            statement.bind(arguments, stamp, out);
            if (scoping == Scoping.FOR_ONE_STATEMENT) {
                out.object(Objects.requireNonNull(session.current()).before());
            }
            return prepared;
        } catch (SQLException | RuntimeException | Error e) {
            Session.close(prepared, e);
            throw e;
        }
    }

    private StatementParameters parameters(Connection connection, PreparedStatement prepared, Scoping scoping) {
        return scoping == Scoping.IN_MESSAGE
                        || scoping == Scoping.IN_TRANSACTION && PostgresMessages.areWhole(connection)
                ? StatementParameters.named(prepared)
                : new StatementParameters(prepared, database.engine(), database.largestPacket());
    }

    static long rows(Object result) {
        return result instanceof List<?> list ? list.size() : ((Number) result).longValue();
    }
}
