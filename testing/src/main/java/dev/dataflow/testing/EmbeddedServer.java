package dev.dataflow.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts a server from its binaries. */
final class EmbeddedServer {
    private static final int ATTEMPTS = 5;

    private EmbeddedServer() {}

    /** Returns the administrator's URL once the server answers; the server stops when the JVM ends. */
    static JdbcUrl start(Workspace workspace, ServerProgram program) throws IOException {
        return start(workspace, program, EmbeddedServer::freePort);
    }

    static JdbcUrl start(Workspace workspace, ServerProgram program, Ports ports) throws IOException {
        return launch(workspace, program, ports).adminUrl();
    }

    /** Returns the server once it answers; it stops when the JVM ends, if not before. */
    static ServerProcess launch(Workspace workspace, ServerProgram program, Ports ports) throws IOException {
        Path folder = workspace.newFolder(program.engine().lowerCase());
        Path data = folder.resolve("data");
        Folders.copy(initialized(workspace, program), data);
        // MySQL's number of a server; a replica refuses one that has its own
        Files.deleteIfExists(data.resolve("auto.cnf"));
        Unprivileged.give(Files.createDirectory(ServerProgram.temporary(data)));
        for (int attempt = 1; ; attempt++) {
            int port = ports.next();
            ServerProcess server = ServerProcess.launch(program, folder, data, port);
            workspace.stopAtExit(server);
            if (server.awaitReady()) {
                return server;
            }
            // most likely another process was faster to take the port
            if (attempt == ATTEMPTS) {
                throw new IOException(program.engine() + " ends at once:\n" + server.log());
            }
        }
    }

    /** To fill a data folder takes longer than to copy one, so it is done once per machine. */
    private static Path initialized(Workspace workspace, ServerProgram program) throws IOException {
        String options = String.join(" ", program.initialize(Path.of("data")));
        String name = program.engine().lowerCase() + "-data-" + Fingerprint.of(options);
        return workspace.shared(name, draft -> {
            Unprivileged.give(draft);
            new Command(draft.getParent(), program.environment(), program.initialize(draft)).run();
        });
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    interface Ports {
        int next() throws IOException;
    }
}
