package dev.dataflow.cli.command;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.error.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Makes an error with a code of all that can end a call. Not thread-safe. */
final class Failures {

    private @Nullable DataFlowException last;

    /** What ended the call; null when nothing did. */
    @Nullable
    DataFlowException last() {
        return last;
    }

    /** A command line that cannot be followed. */
    int ofParameters(ParameterException error) {
        if (error.getCause() instanceof DataFlowException cause) {
            return of(cause);
        }
        CommandLine command = error.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String what = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
        String help = "`" + name + " --help` shows what it takes";
        String fix = help;
        if (error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String wrong = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
            boolean option = wrong.startsWith("-");
            List<String> valid = option ? options(command.getCommandSpec()) : names(command);
            what = option
                    ? "there is no option `" + wrong + "`"
                    : valid.isEmpty() ? "`" + wrong + "` is one word too many" : "there is no command `" + wrong + "`";
            fix = valid.isEmpty() ? help : NearestName.suggest(wrong, valid) + "; " + help;
        } else if (!command.getSubcommands().isEmpty()) {
            fix = "use one of " + String.join(", ", names(command)) + "; " + help;
        }
        return of(Misuse.of(what, "the command is `" + name + "`", fix));
    }

    private static List<String> names(CommandLine command) {
        return List.copyOf(command.getSubcommands().keySet());
    }

    private static List<String> options(CommandSpec spec) {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            names.addAll(Arrays.asList(option.names()));
        }
        return names;
    }

    /** An error of a command. */
    int of(Throwable error) {
        last = error instanceof DataFlowException known ? known : bug(error);
        return ExitCode.of(last).number();
    }

    private static DataFlowException bug(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        return new DataFlowException(
                new Problem(
                        ErrorCode.INTERNAL,
                        "this program has a bug",
                        error.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]),
                        "run it again with --trace, and report what it says then"),
                error,
                false);
    }
}
