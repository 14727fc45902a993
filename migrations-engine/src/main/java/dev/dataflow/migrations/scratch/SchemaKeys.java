package dev.dataflow.migrations.scratch;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.model.ModelDescriptor;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * By which names {@link ModelSchemas} gives schemas: the connection's has one of its own, also where a model names it.
 *
 * @param current the name of the connection's schema, on MySQL of its database; null when it has none
 */
public record SchemaKeys(@Nullable String current) {

    /**
     * The keys of a connection.
     *
     * @param engine the database
     * @param connection the connection
     * @throws SQLException from the driver
     */
    public static SchemaKeys of(DatabaseEngine engine, Connection connection) throws SQLException {
        return new SchemaKeys(
                switch (engine.family()) {
                    case POSTGRESQL -> connection.getSchema();
                    case MYSQL -> connection.getCatalog();
                    case SQLITE -> null;
                });
    }

    /**
     * The key of a schema.
     *
     * @param schema its name; null for the connection's
     */
    public String of(@Nullable String schema) {
        return schema == null || schema.equals(current) ? ModelSchemas.CURRENT : schema;
    }

    /** Whether a model's table is in the schema of a key. */
    public boolean isIn(ModelDescriptor model, String key) {
        return of(model.schema()).equals(key);
    }
}
