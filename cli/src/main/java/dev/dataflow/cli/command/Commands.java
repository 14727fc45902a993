package dev.dataflow.cli.command;

import dev.dataflow.cli.terminal.Surroundings;
import dev.dataflow.error.DataFlowException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** All commands, and how a call of them runs. */
public final class Commands {

    private Commands() {}

    /**
     * Runs a call, and says on the stream of errors why it failed.
     *
     * @param around the streams and what is around them
     * @param arguments the command line
     * @return the exit code
     */
    public static int run(Surroundings around, String... arguments) {
        Failures failures = new Failures();
        RootCommand root = new RootCommand(around);
        int exit = execute(around, root, failures, arguments);
        DataFlowException failure = failures.last();
        return failure == null
                ? exit
                : new FailureReport(around, arguments).print(failure, root.isTraced(), root.hasWritten());
    }

    /**
     * Runs a call for a program.
     *
     * @param around the streams and what is around them
     * @param arguments the command line
     * @return the exit code
     * @throws DataFlowException why it failed; nothing is said on the stream of errors then
     */
    public static int call(Surroundings around, String... arguments) {
        Failures failures = new Failures();
        int exit = execute(around, new RootCommand(around), failures, arguments);
        DataFlowException failure = failures.last();
        if (failure != null) {
            throw failure;
        }
        return exit;
    }

    private static int execute(Surroundings around, RootCommand root, Failures failures, String... arguments) {
        return commands(root)
                .setOut(new PrintWriter(around.out(), true))
                .setErr(new PrintWriter(around.errors(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        around.interactive()
                                        && around.variables()
                                                .getOrDefault("NO_COLOR", "")
                                                .isEmpty()
                                ? Ansi.ON
                                : Ansi.OFF))
                .setUsageHelpLongOptionsMaxWidth(28)
                .setParameterExceptionHandler((error, given) -> failures.ofParameters(error))
                .setExecutionExceptionHandler((error, command, result) -> failures.of(error))
                .execute(arguments);
    }

    private static CommandLine commands(RootCommand root) {
        CommandLine migrate = new CommandLine(new GroupCommand.Migrate())
                .addSubcommand(new PlanCommand(root))
                .addSubcommand(new LintCommand(root));
        CommandLine db = new CommandLine(new GroupCommand.Db())
                .addSubcommand(new DiffCommand(root))
                .addSubcommand(new DriftCommand(root))
                .addSubcommand(new SnapshotCommand(root));
        return new CommandLine(root)
                .addSubcommand(migrate)
                .addSubcommand(db)
                .addSubcommand(new ExplainCommand(root))
                .addSubcommand(new CompletionCommand(root));
    }
}
