package dev.dataflow.database;

import java.sql.SQLException;

/**
 * Brings a database's schema to the models when an instance opens. Found by {@link java.util.ServiceLoader}; the
 * migrations engine provides it.
 */
public interface SchemaStep {

    /**
     * Checks the schema and, when allowed, creates what is missing. Runs before the instance is handed out, on its own
     * connection, never inside a caller's transaction.
     *
     * @param request the models, the connection and what is allowed
     * @throws SQLException from the driver; the caller translates it
     */
    void run(SchemaRequest request) throws SQLException;
}
