package dev.dataflow.transaction;

import java.sql.Connection;
import org.jooq.ConnectionProvider;

/** Gives plain jOOQ the connection that nodes in the same scope use. */
public final class ScopedConnections implements ConnectionProvider {

    private final Session session;

    /** The connections of a session. */
    public ScopedConnections(Session session) {
        this.session = session;
    }

    @Override
    public Connection acquire() {
        return session.acquire();
    }

    @Override
    public void release(Connection connection) {
        session.release(connection);
    }
}
