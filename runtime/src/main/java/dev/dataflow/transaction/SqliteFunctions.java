package dev.dataflow.transaction;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConnection;

/** Makes our functions known to connections of SQLite, once to each. Looking takes no lock. Thread-safe. */
final class SqliteFunctions {

    /** Of those that live, since registering again fails while a statement reads; replaced as a whole. */
    private volatile List<Known> known = List.of();

    SqliteFunctions() {}

    /** A connection, and what its functions count; that does not hold the connection. */
    private record Known(WeakReference<SQLiteConnection> connection, SqliteMetRows met) {}

    /** Prepares a connection for a statement that uses them; gives how many rows upserts have met on it. */
    SqliteMetRows register(Connection connection) throws SQLException {
        SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
        List<Known> all = known;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).connection().refersTo(sqlite)) {
                return all.get(i).met();
            }
        }
        SqliteMetRows met = new SqliteMetRows();
        met.register(sqlite);
        SqliteDecimalFunctions.register(sqlite);
        SqliteUpdateFunctions.register(sqlite);
        SqliteTextFunctions.register(sqlite);
        SqliteAggregateFunctions.register(sqlite);
        remember(new Known(new WeakReference<>(sqlite), met));
        return met;
    }

    private synchronized void remember(Known added) {
        List<Known> living = new ArrayList<>();
        for (Known each : known) {
            if (!each.connection().refersTo(null)) {
                living.add(each);
            }
        }
        living.add(added);
        known = List.copyOf(living);
    }
}
