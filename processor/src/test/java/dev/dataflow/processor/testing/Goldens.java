package dev.dataflow.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Expected output, as files in {@code src/test/resources/goldens}. */
public final class Goldens {

    private static final Path FOLDER = Path.of("src/test/resources/goldens");

    private Goldens() {}

    /** Checks that files are as expected; with {@code -DupdateGoldens=true} they become what is expected. */
    public static void check(String name, Map<String, String> files) {
        Path folder = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("updateGoldens")) {
                write(folder, files);
            }
            Map<String, String> found = new TreeMap<>(files);
            if (CompilerUnderTest.isEcj()) {
                // it does not say whether a constructor is written, so all count as written: decision 0018
                found.replaceAll((file, text) -> text.replaceAll("\\s*\\.validating\\(\\)", ""));
            }
            assertThat(found).isEqualTo(read(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (String old : read(folder).keySet()) {
            Files.delete(file(folder, old));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = file(folder, file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    String name = folder.relativize(path).toString().replaceFirst("\\.txt$", "");
                    files.put(name, Files.readString(path));
                }
            }
        }
        return files;
    }

    /** Not as sources, which the formatter and the compiler would find. */
    private static Path file(Path folder, String name) {
        return folder.resolve(name + ".txt");
    }
}
