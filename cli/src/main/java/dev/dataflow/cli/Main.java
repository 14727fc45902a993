package dev.dataflow.cli;

import dev.dataflow.cli.command.Commands;
import dev.dataflow.cli.terminal.Surroundings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The program. */
public final class Main {

    private Main() {}

    /**
     * Runs a command line, and ends with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String... arguments) {
        // JDK 22 and later: a console only where there is a terminal
        System.setProperty("jdk.console", "java.base");
        // what libraries log is none of a command's output
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        Surroundings around = new Surroundings(
                System.getenv(),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.console() != null,
                isUnicode(),
                Path.of(""));
        System.exit(Commands.run(around, arguments));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** What terminals show is in the system's encoding; files and pipes are always in UTF-8. */
    private static boolean isUnicode() {
        if (System.console() == null) {
            return true;
        }
        String encoding = System.getProperty("stdout.encoding", System.getProperty("sun.jnu.encoding", "UTF-8"));
        return Charset.isSupported(encoding) && Charset.forName(encoding).equals(StandardCharsets.UTF_8);
    }
}
