package dev.dataflow.transaction;

import java.sql.Connection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jooq.ConnectionProvider;
import org.jspecify.annotations.Nullable;

/**
 * Gives plain jOOQ the connection that nodes in the same scope use, after row security was told whose rows it is about.
 * Thread-safe.
 */
public final class ScopedConnections implements ConnectionProvider {

    private final Session session;
    /** Transactions of statements that are in none, since row security is told in one; by their connections. */
    private final Map<Connection, TransactionContext> own = Collections.synchronizedMap(new IdentityHashMap<>());
    /** What ending the transaction of this thread's last statement failed with: jOOQ closes without a word. */
    private final ThreadLocal<@Nullable RuntimeException> failure = new ThreadLocal<>();

    /** The connections of a session. */
    public ScopedConnections(Session session) {
        this.session = session;
    }

    @Override
    public Connection acquire() {
        if (session.current() != null) {
            Connection connection = session.acquire();
            session.show();
            return connection;
        }
        return session.showsNobody() ? session.acquire() : begin();
    }

    private Connection begin() {
        Transactions transactions = session.transactions();
        TransactionContext context = transactions.begin(TransactionOptions.defaults());
        try {
            session.in(context).show();
        } catch (RuntimeException | Error e) {
            transactions.undo(context, true, e);
            throw e;
        }
        own.put(context.connection(), context);
        return context.connection();
    }

    @Override
    public void release(Connection connection) {
        TransactionContext begun = own.remove(connection);
        if (begun != null) {
            end(begun);
            return;
        }
        TransactionContext context = session.current();
        if (context != null && session.isConfined()) {
            // plain SQL may have told it anything, or undone what it was told
            context.showing(null);
        }
        session.release(connection);
    }

    private void end(TransactionContext begun) {
        if (session.database().dialect().hasFailed(begun.connection())) {
            session.transactions().undo(begun, true, new IllegalStateException("a statement failed"));
            return;
        }
        try {
            session.transactions().commit(begun, true);
        } catch (RuntimeException e) {
            failure.set(e);
            throw e;
        }
    }

    /** Forgets how the last statement of this thread ended. */
    void restart() {
        failure.remove();
    }

    /** What ending the last statement of this thread failed with; null when it did not. */
    @Nullable
    RuntimeException failure() {
        RuntimeException last = failure.get();
        failure.remove();
        return last;
    }
}
