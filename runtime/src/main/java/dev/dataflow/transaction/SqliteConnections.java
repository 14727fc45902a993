package dev.dataflow.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/** What is known of each connection of SQLite while it is open. Looking takes no lock. Thread-safe. */
final class SqliteConnections {

    private static final String POOL = "com.zaxxer.hikari.";

    /** Replaced as a whole. */
    private volatile List<Known> known = List.of();

    private boolean closed;

    SqliteConnections() {}

    /** A connection, its statements, and what its functions count, once it has them. */
    private static final class Known {
        private final SQLiteConnection connection;
        private final KeptStatements statements;
        private volatile @Nullable SqliteMetRows met;

        Known(SQLiteConnection connection) {
            this.connection = connection;
            this.statements = new KeptStatements(connection);
        }
    }

    /** Prepares a connection for a statement that uses our functions; gives how many rows upserts have met on it. */
    SqliteMetRows functions(Connection connection) throws SQLException {
        Known own = known(connection.unwrap(SQLiteConnection.class));
        SqliteMetRows met = own.met;
        if (met == null) {
            // once to each: registering again fails while a statement reads
            met = new SqliteMetRows();
            met.register(own.connection);
            SqliteDecimalFunctions.register(own.connection);
            SqliteUpdateFunctions.register(own.connection);
            SqliteTextFunctions.register(own.connection);
            SqliteAggregateFunctions.register(own.connection);
            own.met = met;
        }
        return met;
    }

    /**
     * The statements of a connection; null where something of others stands between that may count, log or change what is run. A
     * pool does none of it, and closes statements when it takes their connection back.
     */
    @Nullable
    KeptStatements statements(Connection connection) throws SQLException {
        Connection behind =
                connection.getClass().getName().startsWith(POOL) ? connection.unwrap(Connection.class) : connection;
        return behind instanceof SQLiteConnection sqlite ? known(sqlite).statements : null;
    }

    /** How many are known. */
    int open() {
        return known.size();
    }

    /** Closes what is kept on connections that stay open, and keeps nothing from now on. */
    synchronized void close() {
        closed = true;
        known.forEach(each -> each.statements.close());
    }

    private Known known(SQLiteConnection connection) throws SQLException {
        List<Known> all = known;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).connection == connection) {
                return all.get(i);
            }
        }
        return add(connection);
    }

    private synchronized Known add(SQLiteConnection connection) throws SQLException {
        List<Known> open = new ArrayList<>();
        for (Known each : known) {
            if (each.connection == connection) {
                return each;
            }
            if (!each.connection.isClosed()) {
                open.add(each);
            }
        }
        Known added = new Known(connection);
        if (closed) {
            added.statements.close();
        }
        open.add(added);
        known = List.copyOf(open);
        return added;
    }
}
