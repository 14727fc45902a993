package dev.dataflow.cli.command;

import dev.dataflow.cli.terminal.ColorChoice;
import dev.dataflow.cli.terminal.Console;
import dev.dataflow.cli.terminal.Surroundings;
import dev.dataflow.cli.terminal.Verbosity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What all commands have. */
@Command(
        name = "dataflow",
        description = "Knows what a schema change will do before it runs.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        headerHeading = "Examples:%n  dataflow migrate plan --url jdbc:sqlite:shop.db --classpath target/classes%n"
                + "  dataflow explain DF-318%n%n",
        footer = {
            "",
            "Exit codes: 0 ok, 1 findings, 2 not usable, 3 answers needed, 4 blocked by the",
            "policy, 5 migration failed, 6 changes pending or drift, 7 busy, 70 bug.",
            "Environment: DATAFLOW_URL, DATAFLOW_USER, DATAFLOW_PASSWORD, NO_COLOR."
        })
final class RootCommand implements Runnable {

    private final Surroundings around;
    private @Nullable Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say nothing but data and errors.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show SQL, scores and what is done.")
    private boolean verbose;

    @Option(names = "--trace", scope = ScopeType.INHERIT, description = "Show stack traces of errors.")
    private boolean trace;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            description = "auto, always or never. Default: auto, on a terminal.")
    private String color = "auto";

    @Option(names = "--ascii", scope = ScopeType.INHERIT, description = "Write no symbols beyond ASCII.")
    private boolean ascii;

    RootCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command is given");
    }

    /** The console as the options say. */
    Console console() {
        if (quiet && verbose) {
            throw Misuse.of(
                    "--quiet and --verbose stand together",
                    "one says less and the other more",
                    "leave one of them out");
        }
        Verbosity verbosity = quiet ? Verbosity.QUIET : verbose ? Verbosity.VERBOSE : Verbosity.NORMAL;
        console = new Console(around, Choice.of("--color", color, ColorChoice.class), ascii, verbosity);
        return console;
    }

    /** Whether a command has written data already. */
    boolean hasWritten() {
        return console != null && console.hasWritten();
    }

    /** Whether stack traces are wanted. */
    boolean isTraced() {
        return trace;
    }
}
