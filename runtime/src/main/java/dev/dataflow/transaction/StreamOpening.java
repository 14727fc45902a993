package dev.dataflow.transaction;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.statement.Arguments;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Stamp;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Begins to read the rows of a statement part by part. */
final class StreamOpening {

    /** How many rows a driver fetches at once, between which its connection is free. */
    private static final int FETCHED = 1000;

    /** Has MySQL's driver hand on rows as they come; its connection is busy until the last of them. */
    private static final int AS_THEY_COME = Integer.MIN_VALUE;

    private final Session session;
    private final TransactionContext context;

    /** In a transaction, whose session is given. */
    StreamOpening(Session session, TransactionContext context) {
        this.session = session;
        this.context = context;
    }

    /**
     * Runs the statement.
     *
     * @param own whether the transaction was begun for it
     * @param more whether statements are run for the rows that were read
     * @param asTheyCome whether the connection is for these rows alone
     */
    <T> RowStream<T> open(
            boolean own,
            boolean more,
            boolean asTheyCome,
            Statement statement,
            Arguments arguments,
            Stamp stamp,
            Session.RowMapper<T> mapper) {
        long start = System.nanoTime();
        PreparedStatement prepared = null;
        try {
            if (!asTheyCome) {
                checkCursors(statement);
            }
            session.show();
            prepared = session.prepare(context.connection(), statement, arguments, stamp);
            prepared.setFetchSize(asTheyCome ? AS_THEY_COME : FETCHED);
            if (session.database().engine() == DatabaseEngine.MYSQL) {
                // a statement first executed with a cursor has no rows without one, and kept ones keep their fetch size
                prepared.setPoolable(false);
            }
            ResultSet result = session.limited(prepared, PreparedStatement::executeQuery);
            return new RowStream<>(
                    session, context, own, more, statement, mapper, prepared, result, System.nanoTime() - start);
        } catch (SQLException e) {
            DataFlowException failure = session.failed(e, statement);
            session.observer().failed(statement, start, failure.code());
            Session.close(prepared, failure);
            throw failure;
        } catch (RuntimeException | Error e) {
            Session.close(prepared, e);
            throw e;
        }
    }

    private void checkCursors(Statement statement) {
        if (session.database().engine() == DatabaseEngine.MYSQL && !MySqlCursors.areOn(session.acquire())) {
            throw new DataFlowException(new Problem(
                    ErrorCode.STREAM_WITHOUT_CURSOR,
                    "rows of " + statement.model() + " cannot be streamed over this connection",
                    "MySQL's driver would read all of them into memory, since its useCursorFetch is off",
                    "put useCursorFetch=true into the URL of the database or data source"));
        }
    }
}
