package dev.dataflow.testing;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.opentest4j.TestAbortedException;

/** The one server per engine of this JVM, and the only static state of the package. */
final class Servers {
    private static final Map<Engine, FutureTask<Server>> STARTED = new ConcurrentHashMap<>();

    private Servers() {}

    /** Starts the server if this is the first call. A failed start is not tried again: it fails all later calls. */
    static Server of(Engine engine) {
        FutureTask<Server> task = STARTED.computeIfAbsent(engine, key -> new FutureTask<>(() -> announced(key)));
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("cannot start " + engine, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting " + engine, e);
        }
    }

    static Workspace workspace() {
        return ThisRun.WORKSPACE;
    }

    /** Surefire does not count a class that aborts as skipped, so the reason is printed too. */
    private static Server announced(Engine engine) throws IOException, SQLException {
        try {
            return start(engine);
        } catch (TestAbortedException e) {
            System.out.println("[testdb] " + engine + " tests are aborted: " + e.getMessage());
            throw e;
        }
    }

    private static Server start(Engine engine) throws IOException, SQLException {
        long begin = System.nanoTime();
        String origin = "in process";
        Server server;
        if (engine == Engine.SQLITE) {
            server = SqliteFiles.in(workspace());
        } else {
            ServerChoice.Choice choice = new ServerChoice(System.getenv(), new Starters()).choose(engine);
            origin = choice.origin();
            server = NetworkServer.at(engine, choice.url());
        }
        System.out.printf(
                "[testdb] %s %s, %s, ready in %.1f s%n",
                engine, server.version(), origin, (System.nanoTime() - begin) / 1e9);
        return server;
    }

    private static final class ThisRun {
        static final Workspace WORKSPACE = Workspace.openDefault();
    }

    private static final class Starters implements ServerChoice.Starters {
        @Override
        public boolean dockerAnswers() {
            return Containers.available();
        }

        @Override
        public JdbcUrl docker(Engine engine) {
            return Containers.start(engine);
        }

        @Override
        public JdbcUrl embedded(Engine engine) throws IOException {
            return EmbeddedServer.start(workspace(), ServerProgram.of(engine, workspace()));
        }
    }
}
