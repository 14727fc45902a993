package dev.dataflow.migrations.reader;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.ServerVersion;
import java.sql.Connection;
import java.sql.SQLException;

/** Asks databases for their versions. */
public final class ServerVersions {

    private ServerVersions() {}

    /**
     * The version of the server that a connection leads to, or of SQLite's library.
     *
     * @param connection a connection; an open transaction is not ended
     * @param engine its database
     * @throws dev.dataflow.error.SchemaException when it does not tell
     */
    public static ServerVersion read(Connection connection, DatabaseEngine engine) {
        String query = switch (engine) {
            case POSTGRESQL -> "SELECT current_setting('server_version')";
            case MYSQL, MARIADB -> "SELECT version()";
            case SQLITE -> "SELECT sqlite_version()";
        };
        try {
            String text = new Catalog(connection).first(query, row -> row.getString(1));
            return ServerVersion.of(String.valueOf(text));
        } catch (SQLException e) {
            throw ReadingFailure.of(engine, connection, e);
        }
    }
}
