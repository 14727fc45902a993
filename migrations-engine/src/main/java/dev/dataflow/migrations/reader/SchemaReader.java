package dev.dataflow.migrations.reader;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.reader.mysql.MySqlSession;
import dev.dataflow.migrations.reader.postgresql.PostgresSession;
import dev.dataflow.migrations.reader.row.UnreadableObject;
import dev.dataflow.migrations.reader.sqlite.SqliteSession;
import dev.dataflow.migrations.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads schemas from catalogs: all of a schema or nothing. The number of queries does not depend on the number of objects.
 * Where the database has snapshots of its catalog, which MySQL and MariaDB have not, all queries see one moment. Immutable
 * and thread-safe.
 */
public final class SchemaReader {

    private final DatabaseEngine engine;

    /**
     * Reads schemas of a database.
     *
     * @param engine the database: PostgreSQL 12, MySQL 8, MariaDB 10.11, SQLite 3.35, or later
     */
    public SchemaReader(DatabaseEngine engine) {
        this.engine = engine;
    }

    /**
     * Reads the connection's schema.
     *
     * @param connection a connection; nothing is changed. An open transaction is read in and not ended
     * @return the schema
     * @throws dev.dataflow.error.SchemaException when it cannot be read in full
     */
    public Schema read(Connection connection) {
        return readNamed(connection, null);
    }

    /**
     * Reads a schema.
     *
     * @param connection a connection; nothing is changed. An open transaction is read in and not ended
     * @param name the schema's name, on MySQL and MariaDB the database's, on SQLite that of an attached file
     * @return the schema
     * @throws dev.dataflow.error.SchemaException when there is none of that name, or it cannot be read in full
     */
    public Schema read(Connection connection, String name) {
        return readNamed(connection, name);
    }

    private Schema readNamed(Connection connection, @Nullable String name) {
        Schema schema;
        try {
            schema = switch (engine) {
                case POSTGRESQL -> new PostgresSession(connection).read(name);
                case MYSQL, MARIADB -> new MySqlSession(connection, engine).read(name);
                case SQLITE -> new SqliteSession(connection).read(name);
            };
        } catch (SQLException e) {
            throw ReadingFailure.of(engine, connection, e);
        } catch (UnreadableObject e) {
            throw ReadingFailure.of(engine, e);
        }
        if (schema == null) {
            throw ReadingFailure.missing(engine, name);
        }
        return schema;
    }
}
