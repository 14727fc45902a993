package dev.dataflow.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** Checks each physical connection of a pool the first time it is seen, so that calls do not pay for it. Thread-safe. */
final class CheckedOnce implements ConnectionCheck {

    private final ConnectionCheck check;
    private final Set<Connection> seen = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    CheckedOnce(ConnectionCheck check) {
        this.check = check;
    }

    @Override
    public void check(Connection connection) throws SQLException {
        // what a pool hands out is new each time; what it wraps is not
        Connection physical = connection.unwrap(Connection.class);
        if (!seen.contains(physical)) {
            check.check(connection);
            seen.add(physical);
        }
    }
}
