package dev.dataflow.cli.command;

import dev.dataflow.cli.plan.JudgedPlan;
import dev.dataflow.cli.plan.PlanReports;
import dev.dataflow.cli.report.PlanReport;
import dev.dataflow.cli.report.Verdict.Outcome;
import dev.dataflow.cli.source.DatabaseAccess;
import dev.dataflow.cli.terminal.Console;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Budget;
import dev.dataflow.migrations.fact.FactReader;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.plan.Phase;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.reader.DefaultExpressions;
import dev.dataflow.migrations.reader.PropertyReader;
import dev.dataflow.migrations.reader.ServerVersions;
import dev.dataflow.migrations.risk.Assessment;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.wording.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dataflow migrate plan}. */
@Command(
        name = "plan",
        headerHeading =
                "Examples:%n  dataflow migrate plan --url jdbc:postgresql://localhost/shop --classpath target/classes%n"
                        + "  dataflow migrate plan --classpath target/classes --rename users.name=users.full_name --report plan.html%n%n",
        description = "What would change, in which order, what it holds up and what it destroys. Changes nothing.")
final class PlanCommand implements Callable<Integer> {

    private final RootCommand root;

    @Mixin
    private ComparisonOptions compared = new ComparisonOptions();

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Mixin
    private ValueOptions values = new ValueOptions();

    @Mixin
    private OutOptions out = new OutOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "The plan's name. Default: plan.")
    private String name = "plan";

    @Option(
            names = "--online",
            description = "Use the forms under which others read and write meanwhile, where the database has one.")
    private boolean online;

    @Option(
            names = "--phase",
            paramLabel = "PHASE",
            description = "Only the steps of expand, before new instances start, or of contract, when no old one runs.")
    private @Nullable String phase;

    @Option(
            names = "--server-version",
            paramLabel = "VERSION",
            description = "With --from: the server's version, such as 17.2. Default: the oldest that is supported.")
    private @Nullable String serverVersion;

    PlanCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = root.console();
        output.check();
        policy.check();
        values.check();
        out.check(console);
        if (phase != null) {
            Choice.of("--phase", phase, Phase.class);
        }
        try (Comparison comparison = compared.read(console)) {
            PlanReport report = report(console, comparison);
            output.write(console, report);
            return exit(report).number();
        }
    }

    private PlanReport report(Console console, Comparison comparison) {
        SchemaDiff diff = comparison.diff();
        DatabaseAccess access = comparison.database();
        ServerVersion version = version(access);
        if (!diff.questions().isEmpty()) {
            return reports(comparison, version, comparison.remarks()).ofQuestions(diff);
        }
        Plan whole = plan(diff, access, version);
        Plan plan = phase == null ? whole : whole.phase(Choice.of("--phase", phase, Phase.class));
        Facts facts = access == null
                ? Facts.unknown()
                : console.during("asking about rows, sizes and traffic …", () -> facts(access, plan, diff));
        Assessment assessment = new RiskAssessor().assess(plan, diff, facts);
        JudgedPlan judged = new JudgedPlan(
                diff,
                plan,
                version == null ? plan.version() : version,
                facts,
                assessment,
                policy.judge(plan, assessment, whole),
                policy.failOn());
        out.write(console, name, judged);
        List<String> remarks = new ArrayList<>(comparison.remarks());
        if (!plan.equals(whole) && Choice.of("--phase", String.valueOf(phase), Phase.class) == Phase.EXPAND) {
            remarks.addAll(required(whole));
        }
        return reports(comparison, version, remarks).of(judged);
    }

    private PlanReports reports(Comparison comparison, @Nullable ServerVersion version, List<String> remarks) {
        return new PlanReports("migrate plan", name, comparison.before(), version, remarks);
    }

    /** What keeps new programs from inserting as long as it has not gone. */
    private static List<String> required(Plan whole) {
        return whole.phase(Phase.CONTRACT).steps().stream()
                .flatMap(step -> step.changes().stream())
                .filter(change -> change instanceof ColumnChange.Drop drop && mustHaveValue(drop.column()))
                .map(change -> ((ColumnChange.Drop) change).object()
                        + " may not be NULL, has no default, and goes in the contract phase: until then programs that do"
                        + " not know it cannot insert; a default on it lets them")
                .toList();
    }

    private static boolean mustHaveValue(Column column) {
        return !column.nullable()
                && column.defaultValue() == null
                && column.identity() == null
                && column.generated() == null;
    }

    private Facts facts(DatabaseAccess access, Plan plan, SchemaDiff diff) {
        String schema = access.schema();
        return new FactReader(access.engine(), Budget.DEFAULT)
                .withValues(values.in(PlanOptions.plain(plan.version())).values())
                .read(access.connection(), schema == null ? "" : schema, plan, diff);
    }

    private Plan plan(SchemaDiff diff, @Nullable DatabaseAccess access, @Nullable ServerVersion known) {
        ServerVersion version =
                known == null ? ServerVersion.oldest(diff.before().engine()) : known;
        PlanOptions options = values.in(online ? PlanOptions.online(version) : PlanOptions.plain(version));
        if (access != null && access.engine() == DatabaseEngine.POSTGRESQL) {
            options = options.withVolatility(new DefaultExpressions(access.connection())::isVolatile)
                    .withProperties(
                            () -> new PropertyReader(access.engine()).read(access.connection(), access.schema()));
        }
        Plan plan = Plan.of(diff, options);
        return access == null || access.schema() == null ? plan : plan.inSchema(access.schema());
    }

    private @Nullable ServerVersion version(@Nullable DatabaseAccess access) {
        if (access == null || serverVersion == null) {
            return access == null
                    ? Versions.read(serverVersion)
                    : ServerVersions.read(access.connection(), access.engine());
        }
        throw Misuse.of(
                "--server-version has nothing to do here", "the server was asked for its version", "leave it out");
    }

    private ExitCode exit(PlanReport report) {
        return switch (report.verdict().outcome()) {
            case NOTHING -> ExitCode.OK;
            case QUESTIONS, CONSENT -> ExitCode.CONSENT;
            case BLOCKED -> ExitCode.BLOCKED;
            case FAILS, FINDINGS -> ExitCode.FINDINGS;
            case ALLOWED -> pending(report);
        };
    }

    private ExitCode pending(PlanReport report) {
        if (compared.isCheck() && report.verdict().outcome() != Outcome.NOTHING) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.CHANGES_PENDING,
                            "the database is not what it is to be: "
                                    + Amount.of(report.steps().size(), "step is pending", "steps are pending"),
                            "the plan `" + report.name() + "` has been made and not been run; nothing was changed",
                            "run the plan, or look at it without --check"),
                    null);
        }
        return ExitCode.OK;
    }
}
