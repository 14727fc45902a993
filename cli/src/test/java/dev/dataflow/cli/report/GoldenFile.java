package dev.dataflow.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what reports are to be. */
final class GoldenFile {

    private static final Path FOLDER = Path.of("src/test/resources/goldens");

    private GoldenFile() {}

    /** Compares a text with a file, or writes the file anew. */
    static void check(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("updateGoldens")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).as("%s; -DupdateGoldens=true writes it anew", file).isEqualTo(Files.readString(file));
    }
}
