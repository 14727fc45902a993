package dev.dataflow.processor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Compiles in a temporary folder, with any compiler. */
final class InFolder {

    private InFolder() {}

    static Outcome compile(
            CompilerUnderTest compiler, List<MarkedSource> sources, List<String> options, List<Processor> processors) {
        try {
            Path folder = Files.createTempDirectory("models");
            try {
                return compile(compiler, folder, sources, options, processors);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome compile(
            CompilerUnderTest compiler,
            Path folder,
            List<MarkedSource> sources,
            List<String> options,
            List<Processor> processors)
            throws IOException {
        String output = Files.createDirectories(folder.resolve("out")).toString();
        List<Path> files = new ArrayList<>();
        for (MarkedSource source : sources) {
            Path file = folder.resolve("src").resolve(source.path());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.text()));
        }
        List<String> all = new ArrayList<>(compiler.options(options));
        all.addAll(List.of("-d", output, "-s", output, "-encoding", "UTF-8"));
        if (!options.contains("-cp") && !options.contains("--module-path")) {
            all.addAll(List.of("-cp", System.getProperty("java.class.path")));
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler tool = compiler.tool();
        try (StandardJavaFileManager manager = tool.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = tool.getTask(
                    Writer.nullWriter(), manager, diagnostics, all, null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(processors);
            boolean succeeded = task.call();
            return Outcome.of(succeeded, diagnostics.getDiagnostics(), written(Path.of(output)));
        }
    }

    private static SortedMap<String, byte[]> written(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
