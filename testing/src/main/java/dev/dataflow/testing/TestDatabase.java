package dev.dataflow.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One fresh, empty database. Closing it drops it, whatever is still connected to it.
 *
 * @param url a JDBC URL that connects as is, from this JVM or another one: it carries the user and any password
 * @param user the user of the URL, empty for SQLite
 * @param password the password of the URL, empty when there is none
 * @param name the unique name of the database on its server; for SQLite the name of the file's folder
 */
public record TestDatabase(Engine engine, String url, String user, String password, String name)
        implements AutoCloseable {

    /** Opens a new connection; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public void close() {
        Servers.of(engine).drop(this);
    }

    /** Names the engine and the database; the URL is left out for its password. */
    @Override
    public String toString() {
        return engine + " " + name;
    }
}
