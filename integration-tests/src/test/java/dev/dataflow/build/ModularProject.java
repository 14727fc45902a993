package dev.dataflow.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** A project with a module declaration: compiled and run with everything on the module path. */
final class ModularProject {

    /** What an application needs, and nothing of the tests. */
    private static final String JARS = "dataflow-(annotations|runtime|migrations)|jooq|r2dbc|reactive-streams|HikariCP"
            + "|java-uuid-generator|commons-(text|lang3)|slf4j|jackson|jspecify|sqlite-jdbc|jakarta";

    private final Path sources;
    private final Path classes;

    ModularProject(Path folder) throws IOException {
        this.sources = Files.createDirectories(folder.resolve("src"));
        this.classes = folder.resolve("classes");
    }

    void write(String path, String text) throws IOException {
        Path file = sources.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Compiles, and returns errors and warnings as {@code file:line: message}. */
    List<String> compile(String... options) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.walk(sources)) {
            files = paths.filter(Files::isRegularFile).toList();
        }
        List<String> all = new ArrayList<>(List.of("-d", classes.toString(), "--module-path", modulePath()));
        all.addAll(List.of(options));
        return Javac.compile(files, all, Javac.processors()).stream()
                .map(ModularProject::describe)
                .toList();
    }

    /** Runs a class, and returns what it prints. */
    String run(String moduleAndClass) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        classes + System.getProperty("path.separator") + modulePath(),
                        "--add-modules",
                        "ALL-MODULE-PATH",
                        "-m",
                        moduleAndClass)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String file =
                source == null ? "?" : Path.of(source.toUri()).getFileName().toString();
        return file + ":" + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(null);
    }

    private static String modulePath() {
        String separator = System.getProperty("path.separator");
        return Stream.of(System.getProperty("java.class.path").split(separator))
                .filter(path -> Path.of(path).getFileName().toString().matches("(\\d+-)?(" + JARS + ")-.*\\.jar"))
                .collect(Collectors.joining(separator));
    }
}
