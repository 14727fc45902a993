package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;

/**
 * What a {@link SchemaStep} is asked to do.
 *
 * @param connection a connection in auto-commit mode, that the caller closes
 * @param engine the database
 * @param models the qualified names of the models, sorted
 * @param classLoader where their descriptors are found
 * @param change whether missing tables may be created, and what is missing in others added; otherwise the schema is only checked
 * @param rowSecurity whether tables of tenants are created with row security, on PostgreSQL
 * @param acrossTenants whether that lets the rows of all tenants be read at once
 * @param lockTimeout how long to wait for another process that changes the schema
 */
public record SchemaRequest(
        Connection connection,
        DatabaseEngine engine,
        List<String> models,
        ClassLoader classLoader,
        boolean change,
        boolean rowSecurity,
        boolean acrossTenants,
        Duration lockTimeout) {

    /** Copies the list. */
    public SchemaRequest {
        models = List.copyOf(models);
    }
}
