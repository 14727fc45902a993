package dev.dataflow.transaction;

import java.sql.SQLException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Tells the scope's transaction of failures of plain jOOQ, which may have ended it. */
public final class ScopedFailures implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final transient Session session;

    /** The failures in a session's scope. */
    public ScopedFailures(Session session) {
        this.session = session;
    }

    @Override
    public void exception(ExecuteContext context) {
        SQLException thrown = context.sqlException();
        if (thrown != null) {
            session.failed(thrown);
        }
    }
}
