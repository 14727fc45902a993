package dev.dataflow.cli.command;

import dev.dataflow.cli.plan.Lint;
import dev.dataflow.cli.plan.PlanReports;
import dev.dataflow.cli.report.PlanReport;
import dev.dataflow.cli.report.Verdict.Outcome;
import dev.dataflow.cli.source.TextFile;
import dev.dataflow.cli.terminal.Console;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.planfile.PlanFile;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.schema.ServerVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dataflow migrate lint}. */
@Command(
        name = "lint",
        headerHeading = "Examples:%n  dataflow migrate lint --engine postgresql db/migration/V7__split_name.sql%n"
                + "  dataflow migrate lint plan.json --fail-on medium --format sarif%n%n",
        description = "Hazards in SQL files, or in the file of a plan, without a database.")
final class LintCommand implements Callable<Integer> {

    private final RootCommand root;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of SQL, or one file of a plan.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "For SQL: postgresql, mysql, mariadb or sqlite. A plan says it itself.")
    private @Nullable String engine;

    @Option(
            names = "--server-version",
            paramLabel = "VERSION",
            description =
                    "The server's version. Default: the oldest that is supported; of a plan the one it was made for.")
    private @Nullable String serverVersion;

    @Option(names = "--one-transaction", description = "Each SQL file runs in one transaction, as with Flyway.")
    private boolean oneTransaction;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Exit with 1 when there is a finding of this level or above. Default: high.")
    private String failOn = "high";

    LintCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = root.console();
        output.check();
        Level level = Choice.of("--fail-on", failOn, Level.class);
        String first = TextFile.read(console.around().file(files.get(0)));
        PlanReport report = first.stripLeading().startsWith("{") ? ofPlan(first, level) : ofSql(console, level);
        output.write(console, report);
        boolean fine = report.verdict().outcome() == Outcome.ALLOWED
                || report.verdict().outcome() == Outcome.NOTHING;
        return (fine ? ExitCode.OK : ExitCode.FINDINGS).number();
    }

    private PlanReport ofSql(Console console, Level level) {
        if (engine == null) {
            throw Misuse.of(
                    "it is not said for which database the SQL is",
                    "the same statement locks one database and not another",
                    "add --engine postgresql, mysql, mariadb or sqlite");
        }
        DatabaseEngine database = Choice.of("--engine", engine, DatabaseEngine.class);
        ServerVersion version = Versions.read(serverVersion);
        Lint lint = new Lint(database, version == null ? ServerVersion.oldest(database) : version, oneTransaction);
        for (String file : files) {
            Path path = console.around().file(file);
            lint.read(shown(console.around().file(""), path), TextFile.read(path));
        }
        return lint.report(String.join(", ", files), level);
    }

    /** As others find it: from where the command runs, without detours; a file elsewhere as it is. */
    private static String shown(Path here, Path file) {
        Path folder = here.toAbsolutePath().normalize();
        Path path = file.toAbsolutePath().normalize();
        return (path.startsWith(folder) ? folder.relativize(path) : path)
                .toString()
                .replace('\\', '/');
    }

    private PlanReport ofPlan(String text, Level level) {
        if (files.size() > 1 || engine != null || oneTransaction) {
            throw Misuse.of(
                    "`" + files.get(0) + "` is the file of a plan",
                    "it is looked at alone, and says its database and transactions itself",
                    "leave out other files, --engine and --one-transaction");
        }
        return PlanReports.ofFile(files.get(0), PlanFile.read(text), Versions.read(serverVersion), level);
    }
}
