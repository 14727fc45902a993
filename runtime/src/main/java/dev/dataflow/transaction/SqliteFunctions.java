package dev.dataflow.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.sqlite.SQLiteConnection;

/** Makes our functions known to connections of SQLite, once to each. Thread-safe. */
final class SqliteFunctions {

    private final Set<SQLiteConnection> known =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    SqliteFunctions() {}

    /** Prepares a connection for a statement that uses them. */
    void register(Connection connection) throws SQLException {
        SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
        if (known.add(sqlite)) {
            SqliteDecimalFunctions.register(sqlite);
            SqliteUpdateFunctions.register(sqlite);
            SqliteTextFunctions.register(sqlite);
            SqliteAggregateFunctions.register(sqlite);
        }
    }
}
