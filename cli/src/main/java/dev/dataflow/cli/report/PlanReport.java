package dev.dataflow.cli.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of a plan. What nobody knows reads {@code unknown} or is missing, and is never made up.
 *
 * @param command the command that made it
 * @param name the plan's name
 * @param target what it is for
 * @param verdict what comes of it all
 * @param steps its steps
 * @param findings what people should know
 * @param questions what people have to answer first
 * @param remarks what else is to be said
 * @param analyses what was found out about the schemas; null when they are not known, or people are asked first
 * @param tables the touched tables; null when they are not known
 */
public record PlanReport(
        String command,
        String name,
        Target target,
        Verdict verdict,
        List<StepReport> steps,
        List<Finding> findings,
        List<Question> questions,
        List<String> remarks,
        @JsonUnwrapped @Nullable Analyses analyses,
        @JsonUnwrapped @Nullable TouchedDiagrams tables) {

    /** Copies the lists. */
    public PlanReport {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        questions = List.copyOf(questions);
        remarks = List.copyOf(remarks);
    }

    /** A report of a plan of which the schemas are not known. */
    public PlanReport(
            String command,
            String name,
            Target target,
            Verdict verdict,
            List<StepReport> steps,
            List<Finding> findings,
            List<Question> questions,
            List<String> remarks) {
        this(command, name, target, verdict, steps, findings, questions, remarks, null, null);
    }

    /** How many findings have a level. */
    public long count(Risk risk) {
        return findings.stream().filter(finding -> finding.risk() == risk).count();
    }
}
