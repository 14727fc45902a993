package dev.dataflow.benchmarks.scale;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compiles in a JVM of its own with the default heap, as a build that forks its compiler does, with a folder for generated
 * sources, as Maven and Gradle have.
 *
 * @param classPath what sources are compiled against
 * @param processorPath where processors are; empty: none run
 */
public record Javac(List<Path> classPath, List<Path> processorPath) {

    /** Copies the lists. */
    public Javac {
        classPath = List.copyOf(classPath);
        processorPath = List.copyOf(processorPath);
    }

    /**
     * Compiles.
     *
     * @param files the sources
     * @param output the folder of the classes
     * @return the time in nanoseconds, the JVM's start included
     */
    public long compile(List<Path> files, Path output) throws IOException, InterruptedException {
        Files.createDirectories(output);
        Path sources = Files.createDirectories(sources(output));
        Path log = output.resolveSibling(output.getFileName() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-parameters",
                "-d",
                output.toString(),
                "-s",
                sources.toString(),
                "-cp",
                path(classPath)));
        if (processorPath.isEmpty()) {
            command.add("-proc:none");
        } else {
            command.addAll(List.of("-processorpath", path(processorPath)));
        }
        Path arguments = output.resolveSibling(output.getFileName() + ".files");
        Files.write(arguments, files.stream().map(Path::toString).toList());
        command.add("@" + arguments);
        long start = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        long time = System.nanoTime() - start;
        if (exit != 0) {
            throw new IllegalStateException(
                    Files.readAllLines(log).stream().limit(20).collect(Collectors.joining("\n")));
        }
        return time;
    }

    /** Where the sources are that processors have made. */
    static Path sources(Path output) {
        return output.resolveSibling(output.getFileName() + ".sources");
    }

    private static String path(List<Path> places) {
        return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
