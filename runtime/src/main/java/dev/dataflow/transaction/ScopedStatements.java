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

    /** The statements in a session's scope. */
    public ScopedStatements(Session session) {
        this.session = session;
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
