package dev.dataflow.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;

/** A folder that classes are compiled into, with the processors or without. */
public final class ClassFolder {

    private final Path sources;
    private final Path classes;

    /** A folder inside another. */
    public ClassFolder(Path folder) throws IOException {
        this.sources = Files.createDirectories(folder.resolve("src"));
        this.classes = Files.createDirectories(folder.resolve("classes"));
    }

    /** Where the classes are. */
    public Path path() {
        return classes;
    }

    /** Compiles as a build that is set up well. */
    public ClassFolder compile(String... texts) throws IOException {
        return compile(Javac.processors(), List.of(), texts);
    }

    /** Compiles as a build that does not run the processor. */
    public ClassFolder compileWithoutProcessor(String... texts) throws IOException {
        return compileWithoutProcessor(List.of(), texts);
    }

    /** Compiles as such a build with options. */
    ClassFolder compileWithoutProcessor(List<String> options, String... texts) throws IOException {
        return compile(List.of(), options, texts);
    }

    /** Packs the classes into a jar. */
    Path jar(Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                entries.write(Files.readAllBytes(file));
                entries.closeEntry();
            }
        }
        return jar;
    }

    /** One of its files. */
    public Path file(String name) {
        return classes.resolve(name);
    }

    private ClassFolder compile(List<Processor> processors, List<String> options, String... texts) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String text : texts) {
            String name = text.replaceAll("(?s).*?(?:record|class|interface) (\\w+).*", "$1");
            files.add(Files.writeString(sources.resolve(name + ".java"), text));
        }
        String path = classes + System.getProperty("path.separator") + System.getProperty("java.class.path");
        List<String> all = new ArrayList<>(List.of("-d", classes.toString(), "-cp", path));
        all.addAll(options);
        Javac.compile(files, all, processors).stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .ifPresent(error -> {
                    throw new AssertionError(error);
                });
        return this;
    }
}
