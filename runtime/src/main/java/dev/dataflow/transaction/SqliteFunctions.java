package dev.dataflow.transaction;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConnection;

/** Makes our functions known to connections of SQLite, once to each. Looking takes no lock. Thread-safe. */
final class SqliteFunctions {

    /** All that live, since registering again fails while a statement reads; replaced as a whole. */
    private volatile List<WeakReference<SQLiteConnection>> known = List.of();

    SqliteFunctions() {}

    /** Prepares a connection for a statement that uses them. */
    void register(Connection connection) throws SQLException {
        SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
        if (!isKnown(sqlite)) {
            SqliteDecimalFunctions.register(sqlite);
            SqliteUpdateFunctions.register(sqlite);
            SqliteTextFunctions.register(sqlite);
            SqliteAggregateFunctions.register(sqlite);
            remember(sqlite);
        }
    }

    private boolean isKnown(SQLiteConnection connection) {
        List<WeakReference<SQLiteConnection>> all = known;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).refersTo(connection)) {
                return true;
            }
        }
        return false;
    }

    private synchronized void remember(SQLiteConnection connection) {
        List<WeakReference<SQLiteConnection>> living = new ArrayList<>();
        for (WeakReference<SQLiteConnection> each : known) {
            if (!each.refersTo(null)) {
                living.add(each);
            }
        }
        living.add(new WeakReference<>(connection));
        known = List.copyOf(living);
    }
}
