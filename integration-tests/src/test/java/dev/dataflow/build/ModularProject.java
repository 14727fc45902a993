package dev.dataflow.build;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

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
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(), manager, diagnostics, all, null, manager.getJavaFileObjectsFromPaths(files));
            List<Processor> processors = new ArrayList<>();
            ServiceLoader.load(Processor.class).stream()
                    .filter(found -> found.type().getName().startsWith("dev.dataflow."))
                    .forEach(found -> processors.add(found.get()));
            task.setProcessors(processors);
            task.call();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
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
