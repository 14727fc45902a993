package dev.dataflow.migrations.lock;

import dev.dataflow.config.DatabaseEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Lets one process at a time change the schema of a database. Stateless. */
public sealed interface SchemaLock permits PostgresLock, MySqlLock, SqliteLock {

    /** What is done under the lock. */
    interface Work {
        /** Does it. */
        void run() throws SQLException;
    }

    /** The lock of a database. */
    static SchemaLock of(DatabaseEngine engine) {
        return switch (engine.family()) {
            case POSTGRESQL -> new PostgresLock();
            case MYSQL -> new MySqlLock();
            case SQLITE -> new SqliteLock();
        };
    }

    /** Whether all that is done under the lock is one transaction, so that others see all of it or nothing. */
    boolean transactional();

    /**
     * Does something under the lock, and in one transaction where the database can.
     *
     * @param connection a connection in auto-commit mode; it and its settings are left as they were
     * @param timeout how long to wait, for the lock and then for each table that others use
     * @param work what is done; when it throws and the database can, all of it is undone
     * @throws SQLException from the driver
     * @throws dev.dataflow.error.SchemaException when the wait was too long
     */
    void run(Connection connection, Duration timeout, Work work) throws SQLException;
}
