package dev.dataflow.cli.terminal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a call of the command line finds around itself.
 *
 * @param variables the environment's variables
 * @param out takes data
 * @param errors takes everything else
 * @param interactive whether people look at both streams
 * @param unicode whether what they look at shows more than ASCII
 * @param folder where relative names of files start
 */
public record Surroundings(
        Map<String, String> variables,
        PrintStream out,
        PrintStream errors,
        boolean interactive,
        boolean unicode,
        Path folder) {

    /** Copies the variables. */
    public Surroundings {
        variables = Map.copyOf(variables);
    }

    /** A file by the name that people give it. */
    public Path file(String name) {
        return folder.resolve(name);
    }
}
