package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import java.sql.Connection;
import java.sql.SQLException;

/** What each connection that others made must pass before it is used. */
interface ConnectionCheck {

    /** Sets the connection up, or refuses it. */
    void check(Connection connection) throws SQLException;

    /** The check for a database, of which the first connection is given. */
    static ConnectionCheck of(DatabaseEngine engine, Connection first) throws SQLException {
        return engine == DatabaseEngine.SQLITE ? new CheckedOnce(GivenSqlite.of(first)) : connection -> {};
    }
}
