package dev.dataflow.cli.command;

import dev.dataflow.cli.terminal.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * A call of the command line in this process.
 *
 * @param exit the exit code
 * @param out what was written as data
 * @param errors what was written besides
 */
record Call(int exit, String out, String errors) {

    /** Runs a call in a folder, without a terminal. */
    static Call of(Path folder, String... arguments) {
        return with(folder, Map.of(), false, arguments);
    }

    /** Runs a call with variables of an environment. */
    static Call with(Path folder, Map<String, String> variables, boolean interactive, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exit = Commands.run(
                new Surroundings(variables, print(out), print(errors), interactive, true, folder), arguments);
        return new Call(exit, text(out), text(errors));
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
