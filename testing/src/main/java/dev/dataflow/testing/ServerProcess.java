package dev.dataflow.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** A server that this JVM started. Its pid is noted in its folder for {@link StaleRuns}. */
record ServerProcess(ServerProgram program, Path folder, Path data, int port, Process process) {
    static final String PID_FILE = "pid";

    private static final String LOG_FILE = "log";
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 10;
    private static final int POLL_MILLIS = 25;

    static ServerProcess launch(ServerProgram program, Path folder, Path data, int port) throws IOException {
        Process process = new Command(folder, program.environment(), program.start(data, port))
                .builder()
                .redirectOutput(folder.resolve(LOG_FILE).toFile())
                .start();
        Files.writeString(folder.resolve(PID_FILE), String.valueOf(process.pid()));
        return new ServerProcess(program, folder, data, port, process);
    }

    /** Waits until the server answers; false if it ended instead. */
    boolean awaitReady() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (answers()) {
                    return true;
                }
                if (System.nanoTime() > end) {
                    throw new IOException(
                            "%s does not answer after %d s:\n%s".formatted(program.engine(), START_SECONDS, log()));
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** On the port may be the server of another JVM that was faster, so the answer must name our data folder. */
    private boolean answers() {
        try (Connection connection =
                        DriverManager.getConnection(program.adminUrl(port).toString());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(program.dataFolderQuery())) {
            return row.next() && Files.isSameFile(data, Path.of(row.getString(1)));
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    /** Its administrator's URL. */
    JdbcUrl adminUrl() {
        return program.adminUrl(port);
    }

    void stop() {
        try {
            if (program.stop(data).isEmpty()) {
                process.destroyForcibly();
            } else if (process.isAlive()) {
                new Command(folder, program.environment(), program.stop(data)).run();
            }
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            // it may have ended by itself, as on Ctrl-C
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    String log() throws IOException {
        return Files.readString(folder.resolve(LOG_FILE));
    }
}
