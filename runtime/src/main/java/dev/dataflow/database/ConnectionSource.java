package dev.dataflow.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from and go back to. */
interface ConnectionSource {

    /** A connection. */
    Connection take() throws SQLException;

    /** Takes a connection back. */
    void giveBack(Connection connection) throws SQLException;

    /** Takes a connection back that nobody may use again, since something of a transaction may be left on it. */
    default void discard(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
        giveBack(connection);
    }

    /** Whether connections may be inside a transaction that somebody else ends. */
    default boolean joinsOuterTransactions() {
        return false;
    }

    /** How many connections are out; -1 when that is not known. */
    default int active() {
        return -1;
    }

    /** The state of the pool in words, for errors. */
    String describe();

    /** Whether a failure to take a connection means that all are in use. */
    boolean isExhausted(SQLException thrown);

    /** Closes what is ours. */
    default void close() {}
}
