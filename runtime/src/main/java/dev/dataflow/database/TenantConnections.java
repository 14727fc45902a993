package dev.dataflow.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The connections of one tenant, opened when they are used and closed when they were not for long. Thread-safe. */
final class TenantConnections implements ConnectionSource {

    private final TenantPools pools;
    private final Opening opening;
    private volatile TenantPools.@Nullable Open current;

    /** How a pool is opened. */
    interface Opening {
        PooledConnections open() throws SQLException;
    }

    TenantConnections(TenantPools pools, Opening opening) {
        this.pools = pools;
        this.opening = opening;
    }

    @Override
    public Connection take() throws SQLException {
        TenantPools.Open open = entered();
        try {
            return open.pool().take();
        } catch (SQLException | RuntimeException | Error e) {
            open.leave();
            throw e;
        }
    }

    private TenantPools.Open entered() throws SQLException {
        TenantPools.Open known = current;
        if (known != null && known.enter()) {
            return known;
        }
        synchronized (this) {
            known = current;
            if (known != null && known.enter()) {
                return known;
            }
            pools.reserve();
            boolean opened = false;
            try {
                TenantPools.Open made = new TenantPools.Open(opening.open(), pools);
                made.enter();
                pools.add(made);
                opened = true;
                current = made;
                return made;
            } finally {
                if (!opened) {
                    pools.giveUp();
                }
            }
        }
    }

    /** The pool that is in use stays the same while it is. */
    private TenantPools.Open inUse() {
        TenantPools.Open open = current;
        if (open == null) {
            throw new IllegalStateException("a connection comes back that was not taken");
        }
        return open;
    }

    @Override
    public void giveBack(Connection connection) throws SQLException {
        TenantPools.Open open = inUse();
        try {
            open.pool().giveBack(connection);
        } finally {
            open.leave();
        }
    }

    @Override
    public void discard(Connection connection) {
        TenantPools.Open open = inUse();
        try {
            open.pool().discard(connection);
        } finally {
            open.leave();
        }
    }

    @Override
    public int active() {
        TenantPools.Open open = current;
        return open == null ? 0 : open.pool().active();
    }

    @Override
    public String describe() {
        TenantPools.Open open = current;
        return "connections are held for " + pools.size() + " tenants, of " + pools.most() + " at most"
                + (open == null ? "" : "; of this one's, " + open.pool().describe());
    }

    @Override
    public boolean isExhausted(SQLException thrown) {
        TenantPools.Open open = current;
        return thrown instanceof TenantPools.AllInUse
                || open != null && open.pool().isExhausted(thrown);
    }
}
