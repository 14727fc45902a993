package dev.dataflow.benchmarks.scale;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What this program runs with. */
public final class ClassPath {

    private ClassPath() {}

    /** All of it. */
    public static List<Path> all() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /**
     * Our processor with what it needs.
     *
     * @param processor its jar
     */
    public static List<Path> processor(Path processor) {
        return Stream.concat(Stream.of(processor), all().stream().filter(ClassPath::isVocabulary))
                .toList();
    }

    /** Whether another project's processors are there. */
    static boolean hasMicronaut() {
        return all().stream().anyMatch(path -> path.toString().contains("micronaut-data-processor"));
    }

    private static boolean isVocabulary(Path path) {
        String text = path.toString().replace('\\', '/');
        return text.contains("dataflow-annotations")
                || text.contains("annotations/target")
                || text.contains("jspecify");
    }
}
