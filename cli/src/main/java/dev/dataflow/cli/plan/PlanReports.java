package dev.dataflow.cli.plan;

import dev.dataflow.cli.diagram.TouchedTables;
import dev.dataflow.cli.report.PlanReport;
import dev.dataflow.cli.report.Risk;
import dev.dataflow.cli.report.StepReport;
import dev.dataflow.cli.report.Target;
import dev.dataflow.cli.report.Verdict;
import dev.dataflow.cli.report.Verdict.Outcome;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.rule.PlanContext;
import dev.dataflow.migrations.rule.Rules;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.snapshot.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes reports of differences and plans. */
public final class PlanReports {

    private final String command;
    private final String name;
    private final @Nullable String place;
    private final @Nullable ServerVersion version;
    private final List<String> remarks;

    /**
     * Reports of one command.
     *
     * @param command the command
     * @param name the plan's name
     * @param place where the schema there is comes from
     * @param version the server's version; null when no server was asked
     * @param remarks what else is to be said
     */
    public PlanReports(
            String command,
            String name,
            @Nullable String place,
            @Nullable ServerVersion version,
            List<String> remarks) {
        this.version = version;
        this.command = command;
        this.name = name;
        this.place = place;
        this.remarks = List.copyOf(remarks);
    }

    /** A difference of which people have to be asked first. */
    public PlanReport ofQuestions(SchemaDiff diff) {
        Verdict verdict = new Verdict(
                Outcome.QUESTIONS,
                Risk.UNKNOWN,
                null,
                List.of("There is no plan before each question is answered by one of its flags. Nothing was changed."));
        TouchedTables touched = new TouchedTables(diff);
        return new PlanReport(
                command,
                name,
                target(diff),
                verdict,
                List.of(),
                List.of(),
                QuestionReports.of(diff),
                remarks,
                null,
                touched.before(),
                touched.after());
    }

    /** A plan. */
    public PlanReport of(SchemaDiff diff, Plan plan) {
        PlanContext context = PlanContext.of(diff, plan, version == null ? plan.version() : version);
        List<StepReport> steps = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            steps.add(StepReports.of(i + 1, step, Rules.matches(step, context)));
        }
        TouchedTables touched = new TouchedTables(diff);
        return new PlanReport(
                command,
                name,
                target(diff),
                verdict(steps),
                steps,
                List.of(),
                List.of(),
                remarks,
                null,
                touched.before(),
                touched.after());
    }

    private static Verdict verdict(List<StepReport> steps) {
        return steps.isEmpty()
                ? new Verdict(Outcome.NOTHING, Risk.LOW, 0, List.of())
                : new Verdict(Outcome.ALLOWED, Risk.UNKNOWN, null, List.of("Nothing was changed."));
    }

    private Target target(SchemaDiff diff) {
        return new Target(
                diff.before().engine().label(),
                version == null ? null : version.toString(),
                place,
                Fingerprint.of(diff.before()),
                Fingerprint.of(diff.after()));
    }
}
