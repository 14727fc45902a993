package dev.dataflow.cli.command;

import dev.dataflow.explain.Explain;
import dev.dataflow.explain.Explanations;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dataflow explain}. */
@Command(
        name = "explain",
        headerHeading = "Examples:%n  dataflow explain DF-318%n  dataflow explain%n%n",
        description = "Prints the page of an error code, or lists all codes.")
final class ExplainCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(arity = "0..*", paramLabel = "CODE", description = "Such as DF-318, or words of its title.")
    private List<String> codes = new ArrayList<>();

    ExplainCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var around = root.console().around();
        Explanations explanations = new Explanations(ExplainCommand.class.getClassLoader());
        return new Explain(explanations, around.out(), around.errors()).run(codes);
    }
}
