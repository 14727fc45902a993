package dev.dataflow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The files of this JVM's databases, in a folder that is deleted when the JVM ends, next to those of other JVMs; and
 * unpacked binaries that all share.
 *
 * <p>The owner file of the folder stays locked while its JVM lives. The system frees the lock however the JVM ends, so
 * {@link StaleRuns} can tell the folder of a killed one.
 */
final class Workspace {
    static final String RUN_PREFIX = "run-";
    static final String OWNER_FILE = "owner";

    private final Path base;
    private final Path run;
    private final FileChannel owner;
    private final Deque<ServerProcess> servers = new ConcurrentLinkedDeque<>();

    private Workspace(Path base, Path run, FileChannel owner) {
        this.base = base;
        this.run = run;
        this.owner = owner;
    }

    /** In the temp folder and not in a build folder: a server that must not be root has to get there. */
    static Workspace openDefault() {
        String name = "testdb-" + System.getProperty("user.name");
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path base = temporary.resolve(name);
        try {
            return open(
                    base.toAbsolutePath(),
                    DataFolder.choose(temporary).resolve(name).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + base, e);
        }
    }

    /**
     * Opens one.
     *
     * @param base for what all share
     * @param runs for what each JVM has; may be the same
     */
    static Workspace open(Path base, Path runs) throws IOException {
        Folders.open(Files.createDirectories(base));
        Folders.open(Files.createDirectories(runs));
        try (FileChannel gate = lockFile(runs.resolve("runs.lock"))) {
            gate.lock();
            StaleRuns.sweep(runs);
            Path run = Folders.open(Files.createTempDirectory(
                    runs, RUN_PREFIX + ProcessHandle.current().pid() + "-"));
            for (Path folder : List.of(base, runs)) {
                if (!Files.getOwner(run).equals(Files.getOwner(folder))) {
                    Files.delete(run);
                    throw new IOException(folder + " belongs to another user, and its programs are not to be trusted");
                }
            }
            FileChannel owner = lockFile(run.resolve(OWNER_FILE));
            owner.lock();
            Workspace workspace = new Workspace(base, run, owner);
            Runtime.getRuntime().addShutdownHook(new Thread(workspace::close, "testdb-stop"));
            return workspace;
        }
    }

    /** A new folder of this JVM. */
    Path newFolder(String prefix) throws IOException {
        return Folders.open(Files.createTempDirectory(run, prefix + "-"));
    }

    /** The folder of this JVM that {@link #newFolder} gave that name. */
    Path folder(String name) {
        return run.resolve(name);
    }

    /** The folder that all JVMs share under that name, filled by the first one that asks for it. */
    Path shared(String name, Filler filler) throws IOException {
        Path ready = base.resolve(name);
        if (Files.isDirectory(ready)) {
            return ready;
        }
        try (FileChannel gate = lockFile(base.resolve(name + ".lock"))) {
            gate.lock();
            if (Files.isDirectory(ready)) {
                return ready;
            }
            // filled elsewhere and moved at once, so a JVM killed half-way leaves nothing half-filled but a draft
            Path draft = base.resolve(name + ".draft");
            Folders.delete(draft);
            filler.fill(Folders.open(Files.createDirectory(draft)));
            return Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Stops the server when the JVM ends. */
    void stopAtExit(ServerProcess server) {
        servers.push(server);
    }

    private void close() {
        servers.forEach(ServerProcess::stop);
        try {
            owner.close();
        } catch (IOException e) {
            System.err.println("[testdb] " + e);
        }
        Folders.delete(run);
    }

    private static FileChannel lockFile(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    interface Filler {
        void fill(Path folder) throws IOException;
    }
}
