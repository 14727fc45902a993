package dev.dataflow.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where databases are kept while tests run: the system property {@code testdb.folder} or the environment variable
 * {@code TESTDB_FOLDER}, else in memory where the system has a file system there and much room in it, else in the temp folder.
 * Nobody needs them after a crash, and on a disk MySQL waits for each table that it creates or drops.
 */
final class DataFolder {
    static final String PROPERTY = "testdb.folder";

    private static final Path MEMORY = Path.of("/dev/shm");

    /** Several JVMs at once fill some hundred megabytes each. */
    private static final long ROOM = 4L << 30;

    private DataFolder() {}

    static Path choose(Path temporary) {
        String given = System.getProperty(PROPERTY, System.getenv().getOrDefault("TESTDB_FOLDER", ""));
        if (!given.isBlank()) {
            return Path.of(given);
        }
        return hasRoom(MEMORY) ? MEMORY : temporary;
    }

    private static boolean hasRoom(Path folder) {
        try {
            return Files.isDirectory(folder)
                    && Files.isWritable(folder)
                    && Files.getFileStore(folder).type().equals("tmpfs")
                    && Files.getFileStore(folder).getUsableSpace() >= ROOM;
        } catch (IOException e) {
            return false;
        }
    }
}
