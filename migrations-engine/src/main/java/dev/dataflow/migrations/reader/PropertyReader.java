package dev.dataflow.migrations.reader;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.reader.postgresql.PostgresSession;
import dev.dataflow.migrations.schema.ObjectProperties;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a schema does not say of objects that may be made anew, such as owners and grants. On MySQL and MariaDB grants stay with
 * names, and SQLite has none, so there is nothing to read. Immutable and thread-safe.
 */
public final class PropertyReader {

    private final DatabaseEngine engine;

    /** Reads properties of a database. */
    public PropertyReader(DatabaseEngine engine) {
        this.engine = engine;
    }

    /**
     * Reads the properties of a schema's objects, as the connection's role could say them again.
     *
     * @param connection a connection; nothing is changed. An open transaction is read in and not ended
     * @param schema the schema's name; null for the connection's
     * @throws dev.dataflow.error.SchemaException when they cannot be read
     */
    public ObjectProperties read(Connection connection, @Nullable String schema) {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return ObjectProperties.UNKNOWN;
        }
        ObjectProperties properties;
        try {
            properties = new PostgresSession(connection).properties(schema);
        } catch (SQLException e) {
            throw ReadingFailure.of(engine, connection, e);
        }
        if (properties == null) {
            throw ReadingFailure.missing(engine, schema);
        }
        return properties;
    }
}
