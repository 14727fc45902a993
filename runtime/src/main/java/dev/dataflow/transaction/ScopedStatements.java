package dev.dataflow.transaction;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import java.sql.SQLException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/**
 * Makes plain jOOQ keep to the scope's transaction: its statements are cancelled when the time is over, and a failure that
 * ended the transaction is noted.
 */
public final class ScopedStatements implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final transient Session session;
    private final transient ScopedConnections connections;

    /** The statements in a session's scope, on its connections. */
    public ScopedStatements(Session session, ScopedConnections connections) {
        this.session = session;
        this.connections = connections;
    }

    @Override
    public void start(ExecuteContext context) {
        connections.restart();
    }

    /** After the connection was released. */
    @Override
    public void end(ExecuteContext context) {
        RuntimeException failure = connections.failure();
        if (failure != null && context.exception() == null) {
            throw failure;
        }
    }

    @Override
    public void executeStart(ExecuteContext context) {
        TimeLimit limit = session.limit();
        if (limit != null && context.statement() != null) {
            limit.started(RunningStatement.of(session.database().engine(), context.statement()));
        }
    }

    @Override
    public void executeEnd(ExecuteContext context) {
        ended();
    }

    @Override
    public void exception(ExecuteContext context) {
        ended();
        SQLException thrown = context.sqlException();
        if (thrown == null) {
            return;
        }
        DataFlowException failure = session.failed(thrown);
        TimeLimit limit = session.limit();
        if (limit != null && limit.isOver() && failure.code() == ErrorCode.TIMEOUT) {
            context.exception(failure);
        }
    }

    private void ended() {
        TimeLimit limit = session.limit();
        if (limit != null) {
            limit.ended();
        }
    }
}
