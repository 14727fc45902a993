package dev.dataflow.cli.source;

import dev.dataflow.config.DataFlowConfig;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.database.Database;
import dev.dataflow.database.DatabaseUrl;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.scratch.SchemaKeys;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A database that is looked at, by one connection. Nothing is changed there. Not thread-safe. */
public final class DatabaseAccess implements AutoCloseable {

    private final Connection connection;
    private final DatabaseEngine engine;
    private final String place;
    private final @Nullable String schema;

    private DatabaseAccess(Connection connection, DatabaseEngine engine, String place, @Nullable String schema) {
        this.connection = connection;
        this.engine = engine;
        this.place = place;
        this.schema = schema;
    }

    /**
     * Connects.
     *
     * @param config where the database is
     * @param schema the schema's name; null for the connection's
     * @throws dev.dataflow.error.DataFlowException DF-0xx when it cannot be reached
     */
    public static DatabaseAccess open(DataFlowConfig config, @Nullable String schema) {
        DatabaseUrl url = DatabaseUrl.parse(String.valueOf(config.url()));
        return new DatabaseAccess(Database.connect(config), url.engine(), place(url), schema);
    }

    /** Without parameters, of which each may be a secret. */
    private static String place(DatabaseUrl url) {
        return url.toString().replaceFirst("[?].*", "");
    }

    /** The connection. */
    public Connection connection() {
        return connection;
    }

    /** The database. */
    public DatabaseEngine engine() {
        return engine;
    }

    /** Where it is, as it may be printed, with the schema if that is not the connection's. */
    public String place() {
        return schema == null ? place : place + ", schema " + schema;
    }

    /** The schema's name; null for the connection's. */
    public @Nullable String schema() {
        return schema;
    }

    /** How schemas are called here. */
    public SchemaKeys keys() {
        try {
            return SchemaKeys.of(engine, connection);
        } catch (SQLException e) {
            return new SchemaKeys(null); // what reads next says what is wrong
        }
    }

    /** The schema there is. */
    public Schema read() {
        SchemaReader reader = new SchemaReader(engine);
        return schema == null ? reader.read(connection) : reader.read(connection, schema);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // all there was to read has been read
        }
    }
}
