package dev.dataflow.cli.plan;

import dev.dataflow.cli.diagram.TouchedTables;
import dev.dataflow.cli.report.Analyses;
import dev.dataflow.cli.report.Finding;
import dev.dataflow.cli.report.PlanReport;
import dev.dataflow.cli.report.Risk;
import dev.dataflow.cli.report.StepReport;
import dev.dataflow.cli.report.Target;
import dev.dataflow.cli.report.TouchedDiagrams;
import dev.dataflow.cli.report.Verdict;
import dev.dataflow.cli.report.Verdict.Outcome;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.plan.PlanStates;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.planfile.PlanFile;
import dev.dataflow.migrations.risk.Assessment;
import dev.dataflow.migrations.risk.Verdict.Decision;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.rule.Match;
import dev.dataflow.migrations.rule.PlanContext;
import dev.dataflow.migrations.rule.Rules;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.snapshot.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes reports of differences and plans. */
public final class PlanReports {

    private static final String UNCHANGED = "Nothing was changed.";

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
        this.command = command;
        this.name = name;
        this.place = place;
        this.version = version;
        this.remarks = List.copyOf(remarks);
    }

    /** A difference of which people have to be asked first. */
    public PlanReport ofQuestions(SchemaDiff diff) {
        Verdict verdict = new Verdict(
                Outcome.QUESTIONS,
                Risk.UNKNOWN,
                null,
                List.of("There is no plan before each question is answered by one of its flags. " + UNCHANGED));
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
                touched(diff));
    }

    /** A plan that was made of schemas, or the steps of one of its phases, and its risk. */
    public PlanReport of(JudgedPlan judged) {
        SchemaDiff diff = part(judged);
        List<String> all = new ArrayList<>(remarks);
        all.addAll(HeldLocks.remarks(judged));
        all.addAll(Unmeasured.remarks(judged));
        Analyses analyses = new Analyses(DependantReports.of(diff), KeyReports.of(judged), RenameReports.of(judged));
        return of(judged, target(diff), all, analyses, touched(diff));
    }

    private static TouchedDiagrams touched(SchemaDiff diff) {
        TouchedTables tables = new TouchedTables(diff);
        return new TouchedDiagrams(tables.before(), tables.after());
    }

    /**
     * A plan that was kept, of which the schemas are not known. Its risk is what was found when it was made, which knew the
     * database; where nobody looked then, or a server of another version is meant, it is found anew.
     *
     * @param name the file's name
     * @param file the plan
     * @param meant the version of the server that is meant; null for the one it was made for
     * @param failOn from which level on findings are a failure
     */
    public static PlanReport ofFile(String name, PlanFile file, @Nullable ServerVersion meant, Level failOn) {
        ServerVersion version = meant == null ? file.version() : meant;
        Assessment kept = version.equals(file.version()) ? file.risk() : null;
        String source = kept == null ? Lint.UNASKED : "The risk is what was found when the plan was made.";
        Target target = new Target(file.engine().label(), version.toString(), null, file.before(), file.after());
        return new PlanReports("migrate lint", name, null, version, List.of())
                .of(JudgedPlan.of(file, kept, version, failOn), target, List.of(source), null, null);
    }

    private PlanReport of(
            JudgedPlan judged,
            Target target,
            List<String> said,
            @Nullable Analyses analyses,
            @Nullable TouchedDiagrams tables) {
        PlanContext context = PlanContext.of(judged.diff(), judged.plan(), judged.version());
        StepReports reports = new StepReports(judged);
        List<StepReport> steps = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < judged.plan().steps().size(); i++) {
            Step step = judged.plan().steps().get(i);
            List<Match> matches = Rules.matches(step, context);
            steps.add(reports.of(i, step, matches));
            findings.addAll(FindingReports.of(
                    steps.get(i).brief(), judged.assessment().steps().get(i), matches));
        }
        return new PlanReport(
                command, name, target, verdict(judged, findings), steps, findings, List.of(), said, analyses, tables);
    }

    /** The differences that the plan makes: of one phase, those between its states. */
    private static SchemaDiff part(JudgedPlan judged) {
        SchemaDiff diff = judged.diff();
        PlanStates states = PlanStates.of(judged.plan(), diff);
        List<Change> changes = judged.plan().steps().stream()
                .flatMap(step -> step.changes().stream())
                .distinct()
                .toList();
        return states.before().equals(diff.before()) && states.after().equals(diff.after())
                ? diff
                : new SchemaDiff(states.before(), states.after(), changes, List.of());
    }

    private static Verdict verdict(JudgedPlan judged, List<Finding> findings) {
        if (judged.plan().steps().isEmpty()) {
            return new Verdict(Outcome.NOTHING, Risk.LOW, 0, List.of());
        }
        List<String> reasons = new ArrayList<>();
        Outcome outcome = outcome(judged, findings, reasons);
        reasons.add(UNCHANGED);
        return new Verdict(
                outcome,
                Levels.risk(judged.assessment().level()),
                judged.assessment().score(),
                reasons);
    }

    private static Outcome outcome(JudgedPlan judged, List<Finding> findings, List<String> reasons) {
        dev.dataflow.migrations.risk.Verdict verdict = judged.verdict();
        if (verdict != null && !verdict.isAllowed()) {
            reasons.addAll(verdict.reasons());
            verdict.answers().forEach(answer -> reasons.add("if that is meant: " + answer));
            return verdict.decision() == Decision.BLOCKED ? Outcome.BLOCKED : Outcome.CONSENT;
        }
        if (judged.assessment().willFail()) {
            return Outcome.FAILS;
        }
        return judged.failOn() != null && Lint.isAnyFrom(findings, judged.failOn())
                ? Outcome.FINDINGS
                : Outcome.ALLOWED;
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
