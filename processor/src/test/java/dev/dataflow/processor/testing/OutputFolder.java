package dev.dataflow.processor.testing;

import dev.dataflow.processor.ModelProcessor;
import dev.dataflow.processor.RegistryProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;

/** A folder that one compile after another writes into, as build tools and IDEs do. */
public final class OutputFolder {

    private final Path sources;
    private final Path classes;

    /** A folder inside a temporary one. */
    public OutputFolder(Path folder) {
        this.sources = folder.resolve("src");
        this.classes = folder.resolve("out");
    }

    /** Compiles files, given as name and text in turns, against what is there. */
    public void compile(String... namesAndTexts) {
        try {
            Files.createDirectories(sources);
            Files.createDirectories(classes);
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                files.add(Files.writeString(sources.resolve(namesAndTexts[i]), namesAndTexts[i + 1]));
            }
            compile(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's text. */
    public String read(String path) {
        try {
            return Files.readString(classes.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file. */
    public void delete(String path) {
        try {
            Files.delete(classes.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(List<Path> files) throws IOException {
        CompilerUnderTest chosen = CompilerUnderTest.chosen();
        JavaCompiler compiler = chosen.tool();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            String path = classes + System.getProperty("path.separator") + System.getProperty("java.class.path");
            StringWriter messages = new StringWriter();
            JavaCompiler.CompilationTask task = compiler.getTask(
                    messages,
                    manager,
                    null,
                    chosen.options(List.of("-d", classes.toString(), "-s", classes.toString(), "-cp", path)),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new ModelProcessor(), new RegistryProcessor()));
            if (!task.call()) {
                throw new AssertionError(messages);
            }
        }
    }
}
