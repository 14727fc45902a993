package dev.dataflow.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles models with the processors and all of javac's warnings. */
final class StrictCompile {

    private final Path folder;
    private final List<Processor> others;

    StrictCompile(Path folder) {
        this(folder, List.of());
    }

    private StrictCompile(Path folder, List<Processor> others) {
        this.folder = folder;
        this.others = others;
    }

    /** With another processor, which runs after ours. */
    StrictCompile with(Processor other) {
        return new StrictCompile(folder, List.of(other));
    }

    /** Where classes are written. */
    Path classes() {
        return folder.resolve("classes");
    }

    /** Compiles, and returns errors and warnings as {@code file: message}. */
    List<String> run(List<RandomModel> models, String... options) throws IOException {
        return runFolders(List.of(models), options);
    }

    /** Compiles what lies in several source folders. */
    List<String> runFolders(List<List<RandomModel>> folders, String... options) throws IOException {
        Files.createDirectories(classes());
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            for (RandomModel model : folders.get(i)) {
                Path file = sources(i).resolve(model.path());
                Files.createDirectories(file.getParent());
                files.add(Files.writeString(file, model.text()));
            }
        }
        List<String> all = new ArrayList<>(List.of(
                "-Xlint:all,-processing",
                "-Xmaxerrs",
                "10000",
                "-encoding",
                "UTF-8",
                "-d",
                classes().toString(),
                "-cp",
                System.getProperty("java.class.path")));
        all.addAll(List.of(options));
        List<Processor> processors = Javac.processors();
        processors.addAll(others);
        return Javac.compile(files, all, processors).stream()
                .map(this::describe)
                .toList();
    }

    private Path sources(int number) {
        return folder.resolve("src" + number);
    }

    private String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String file = source == null
                ? "?"
                : sources(0).relativize(Path.of(source.toUri())).toString();
        return file + ": " + diagnostic.getMessage(Locale.ROOT);
    }
}
