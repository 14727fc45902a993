package dev.dataflow.cli.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dataflow completion}. */
@Command(
        name = "completion",
        headerHeading = "Examples:%n  source <(dataflow completion)%n%n",
        description = "Prints a script that completes commands in bash and zsh.")
final class CompletionCommand implements Callable<Integer> {

    private final RootCommand root;

    @Spec
    private CommandSpec spec;

    CompletionCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        root.console().write(AutoComplete.bash("dataflow", spec.root().commandLine()));
        return ExitCode.OK.number();
    }
}
