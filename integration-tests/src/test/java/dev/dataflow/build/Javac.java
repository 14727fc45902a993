package dev.dataflow.build;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** javac, with the processors it is given. */
final class Javac {

    private Javac() {}

    /** New instances of this project's processors. */
    static List<Processor> processors() {
        List<Processor> processors = new ArrayList<>();
        ServiceLoader.load(Processor.class).stream()
                .filter(found -> found.type().getName().startsWith("dev.dataflow."))
                .forEach(found -> processors.add(found.get()));
        return processors;
    }

    /** Compiles files, and returns errors and warnings. */
    static List<Diagnostic<? extends JavaFileObject>> compile(
            List<Path> files, List<String> options, List<Processor> processors) throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    manager,
                    diagnostics,
                    options,
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(processors);
            task.call();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .toList();
    }
}
