package dev.dataflow.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.testing.CompilerUnderTest;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingThreadTest {

    private static final String MODEL =
            "package shop; @dev.dataflow.annotations.Model public record %s(Long id, String name) {}";

    private final CompilerUnderTest compiler = CompilerUnderTest.chosen();
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    private final Set<String> writers = ConcurrentHashMap.newKeySet();

    @TempDir
    private Path folder;

    private String unwritable = "nothing";

    @Test
    void sourcesAreWrittenByTheOtherThreadWhereTheCompilerAllowsIt() throws IOException {
        assertThat(compile()).as(diagnostics.getDiagnostics().toString()).isTrue();

        assertThat(writers)
                .containsExactly(
                        compiler == CompilerUnderTest.JAVAC
                                ? "dataflow-processor"
                                : Thread.currentThread().getName());
        assertThat(folder.resolve("out/shop/AlphaCreateNode.class")).exists();
    }

    @Test
    void aFileThatCannotBeWrittenIsAnErrorAtItsModel() throws IOException {
        unwritable = "BetaCreateNode.java";

        assertThat(compile()).isFalse();

        assertThat(diagnostics.getDiagnostics().stream()
                        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR
                                && each.getMessage(null).contains("[VAL-900]")))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.getSource().getName()).endsWith("Beta.java");
                    assertThat(error.getMessage(null)).contains("no space for BetaCreateNode.java");
                });
        assertThat(folder.resolve("out/shop/GammaNodes.java")).exists();
    }

    private boolean compile() throws IOException {
        List<Path> files = List.of(model("Alpha"), model("Beta"), model("Gamma"));
        String output = Files.createDirectories(folder.resolve("out")).toString();
        JavaCompiler tool = compiler.tool();
        try (var standard = tool.getStandardFileManager(diagnostics, null, null)) {
            JavaCompiler.CompilationTask task = tool.getTask(
                    Writer.nullWriter(),
                    new WatchedFiles(standard),
                    diagnostics,
                    compiler.options(List.of("-d", output, "-s", output, "-cp", System.getProperty("java.class.path"))),
                    null,
                    standard.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new ModelProcessor()));
            return task.call();
        }
    }

    private Path model(String name) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/shop"));
        return Files.writeString(sources.resolve(name + ".java"), MODEL.formatted(name));
    }

    /** Remembers which thread opens sources to write them. */
    private final class WatchedFiles extends ForwardingJavaFileManager<JavaFileManager> {

        WatchedFiles(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String type, JavaFileObject.Kind kind, FileObject sibling) throws IOException {
            JavaFileObject file = super.getJavaFileForOutput(location, type, kind, sibling);
            return kind == JavaFileObject.Kind.SOURCE ? new WatchedFile(file) : file;
        }
    }

    private final class WatchedFile extends ForwardingJavaFileObject<JavaFileObject> {

        WatchedFile(JavaFileObject file) {
            super(file);
        }

        @Override
        public Writer openWriter() throws IOException {
            if (getName().endsWith(unwritable)) {
                throw new IOException("no space for " + unwritable);
            }
            writers.add(Thread.currentThread().getName());
            return super.openWriter();
        }
    }
}
