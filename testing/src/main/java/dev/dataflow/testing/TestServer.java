package dev.dataflow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A server of its own with further options, for tests of what the shared one is not set to. It is always one of the class
 * path's binaries and costs a start. Closing it stops it, and so does the JVM's end. Threads may share it.
 */
public final class TestServer implements AutoCloseable {

    private final ServerProcess process;

    private TestServer(ServerProcess process) {
        this.process = process;
    }

    /**
     * Starts a server.
     *
     * @param engine any but SQLite, which has no server
     * @param options for its command line; they win over those that it is started with anyway
     * @throws org.opentest4j.TestAbortedException if there is none for this platform
     */
    public static TestServer start(Engine engine, String... options) {
        try {
            Workspace workspace = Servers.workspace();
            ServerProgram program = new ProgramWithOptions(ServerProgram.of(engine, workspace), List.of(options));
            return new TestServer(EmbeddedServer.launch(workspace, program, EmbeddedServer::freePort));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + engine + " with " + String.join(" ", options), e);
        }
    }

    /** The port of 127.0.0.1 that it listens on. */
    public int port() {
        return process.port();
    }

    /** A JDBC URL of a database of that name, with the administrator as user, who has no password. */
    public String url(String database) {
        return process.adminUrl().withDatabase(database).toString();
    }

    /** Connects to a database of that name as the administrator; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database));
    }

    /** Connects to the administrator's own database; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(process.adminUrl().toString());
    }

    @Override
    public void close() {
        process.stop();
    }
}
