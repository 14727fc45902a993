package dev.dataflow.database;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks each physical connection of a pool the first time it is seen, so that calls do not pay for it. It knows the latest
 * few; where there are more, some are checked again. Looking takes no lock. Thread-safe.
 */
final class CheckedOnce implements ConnectionCheck {

    private static final int MOST = 100;

    private final ConnectionCheck check;
    /** Replaced as a whole. */
    private volatile List<WeakReference<Connection>> seen = List.of();

    CheckedOnce(ConnectionCheck check) {
        this.check = check;
    }

    @Override
    public void check(Connection connection) throws SQLException {
        // what a pool hands out is new each time; what it wraps is not
        Connection physical = connection.unwrap(Connection.class);
        if (!isSeen(physical)) {
            check.check(connection);
            remember(physical);
        }
    }

    private boolean isSeen(Connection physical) {
        List<WeakReference<Connection>> known = seen;
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).refersTo(physical)) {
                return true;
            }
        }
        return false;
    }

    private synchronized void remember(Connection physical) {
        List<WeakReference<Connection>> kept = new ArrayList<>();
        for (WeakReference<Connection> each : seen) {
            if (!each.refersTo(null)) {
                kept.add(each);
            }
        }
        kept.add(new WeakReference<>(physical));
        seen = List.copyOf(kept.subList(Math.max(0, kept.size() - MOST), kept.size()));
    }
}
