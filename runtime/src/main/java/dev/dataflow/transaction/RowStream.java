package dev.dataflow.transaction;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.statement.Statement;
import dev.dataflow.type.IllegalValueException;
import dev.dataflow.type.RowReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a statement that is running, read part by part. It holds a connection until the last row was read or it is
 * closed. Not thread-safe.
 *
 * @param <T> a row
 */
public final class RowStream<T> implements AutoCloseable {

    private final Session session;
    private final TransactionContext context;
    private final boolean own;
    private final boolean more;
    private final Statement statement;
    private final Session.RowMapper<T> mapper;
    private final PreparedStatement prepared;
    private final ResultSet result;
    private final RowReader reader;
    private long nanos;
    private long count;
    private boolean open = true;
    private boolean ended;

    /**
     * A stream.
     *
     * @param session a session in its transaction
     * @param context the transaction
     * @param own whether the transaction was begun for it
     * @param more whether statements are run for the rows that were read
     * @param nanos what executing it took
     */
    RowStream(
            Session session,
            TransactionContext context,
            boolean own,
            boolean more,
            Statement statement,
            Session.RowMapper<T> mapper,
            PreparedStatement prepared,
            ResultSet result,
            long nanos) {
        this.session = session;
        this.context = context;
        this.own = own;
        this.more = more;
        this.statement = statement;
        this.mapper = mapper;
        this.prepared = prepared;
        this.result = result;
        this.reader = new RowReader(result, session.database().engine());
        this.nanos = nanos;
    }

    /** A session in the stream's transaction. */
    public Session session() {
        return session;
    }

    /**
     * Reads the next rows; fewer than asked for, or none, at the end, where it closes itself: when none is left, or at once
     * when nothing more is read for them.
     *
     * @param most the most rows
     * @throws DataFlowException DF-414 when its transaction has ended, and what the database says
     */
    public List<T> next(int most) {
        List<T> rows = new ArrayList<>();
        if (ended) {
            close();
        }
        if (!open) {
            return rows;
        }
        long start = System.nanoTime();
        try {
            session.acquire();
            // rows are looked at when they are fetched; a scope of another tenant may have been used meanwhile
            session.show();
            session.limited(RunningStatement.of(session.database().engine(), prepared), () -> {
                while (rows.size() < most && result.next()) {
                    rows.add(mapper.map(reader));
                }
                return rows;
            });
            if (rows.size() < most && statement.hasExpressions()) {
                session.database().dialect().checkExpressions(prepared);
            }
        } catch (SQLException e) {
            throw fail(session.failed(e, statement));
        } catch (IllegalValueException e) {
            throw fail(Session.unreadable(statement, e));
        } catch (RuntimeException | Error e) {
            end(e);
            throw e;
        }
        nanos += System.nanoTime() - start;
        count += rows.size();
        ended = rows.size() < most;
        // what is read for the last rows is read in the same transaction
        if (rows.isEmpty() || ended && !more) {
            close();
        }
        return rows;
    }

    /** Gives back what it holds. Further calls do nothing. */
    @Override
    public void close() {
        if (open) {
            open = false;
            session.observer().done(statement, System.nanoTime() - nanos, count);
            release(null);
            if (own) {
                session.transactions().commit(context, true);
            }
        }
    }

    private DataFlowException fail(DataFlowException failure) {
        session.observer().failed(statement, System.nanoTime() - nanos, failure.code());
        end(failure);
        return failure;
    }

    private void end(Throwable failure) {
        open = false;
        release(failure);
        if (own) {
            session.transactions().undo(context, true, failure);
        }
    }

    private void release(@Nullable Throwable failure) {
        try (prepared;
                result) {
            // closes both, also when the first fails
        } catch (SQLException e) {
            // the connection is ending; the rows were read
            if (failure != null) {
                failure.addSuppressed(e);
            }
        }
    }
}
