package dev.dataflow.benchmarks.turns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts programs in JVMs of their own, of this one's kind and class path. */
public final class Jvm {

    private Jvm() {}

    /** Starts one, whose errors are shown and whose output is the caller's. */
    public static Process start(List<String> options, Class<?> program, List<String> arguments) throws IOException {
        return start(System.getProperty("java.class.path"), options, program.getName(), arguments);
    }

    /** The same with another class path. */
    public static Process start(String classPath, List<String> options, String program, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Micronaut Data stores times on MySQL in the zone of the JVM
        command.add("-Duser.timezone=UTC");
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, program));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
