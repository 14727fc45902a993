package dev.dataflow.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what killed JVMs left: their servers and folders. */
final class StaleRuns {
    private static final int PATIENCE_SECONDS = 5;

    private StaleRuns() {}

    /** The caller keeps other JVMs from starting a run meanwhile. */
    static void sweep(Path base) throws IOException {
        // to open an owner file of this very JVM would free its lock
        String own = Workspace.RUN_PREFIX + ProcessHandle.current().pid() + "-";
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(base, Workspace.RUN_PREFIX + "*-*")) {
            for (Path run : runs) {
                if (!run.getFileName().toString().startsWith(own) && !isOwned(run)) {
                    endServers(run);
                    Folders.delete(run);
                }
            }
        }
    }

    private static boolean isOwned(Path run) throws IOException {
        Path owner = run.resolve(Workspace.OWNER_FILE);
        if (!Files.exists(owner)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(owner, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        }
    }

    private static void endServers(Path run) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(run, Files::isDirectory)) {
            for (Path folder : folders) {
                Path pid = folder.resolve(ServerProcess.PID_FILE);
                if (Files.exists(pid)) {
                    ProcessHandle.of(Long.parseLong(Files.readString(pid)))
                            .filter(process -> isServerIn(folder, process))
                            .ifPresent(StaleRuns::end);
                }
            }
        }
    }

    /** The pid may have gone to another process since. */
    private static boolean isServerIn(Path folder, ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(folder.toString()))
                .isPresent();
    }

    private static void end(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.destroyForcibly();
        }
    }
}
