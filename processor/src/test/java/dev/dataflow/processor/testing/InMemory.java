package dev.dataflow.processor.testing;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** Compiles with javac without a folder, which is the fastest way. */
final class InMemory {

    private InMemory() {}

    static Outcome compile(List<MarkedSource> sources, List<String> options, List<Processor> processors) {
        Compilation compilation = Compiler.javac()
                .withProcessors(processors)
                .withOptions(options)
                .compile(sources.stream()
                        .map(source -> JavaFileObjects.forSourceString(source.name(), source.text()))
                        .toList());
        boolean succeeded = compilation.status() == Compilation.Status.SUCCESS;
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (succeeded) {
            // else it refuses to tell
            compilation.generatedFiles().forEach(file -> files.put(path(file), bytes(file)));
        }
        return Outcome.of(succeeded, compilation.diagnostics(), files);
    }

    private static String path(JavaFileObject file) {
        return file.toUri().getPath().replaceFirst("^/(CLASS_OUTPUT|SOURCE_OUTPUT)/", "");
    }

    private static byte[] bytes(JavaFileObject file) {
        try (var stream = file.openInputStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
