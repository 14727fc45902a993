package dev.dataflow.cli.report;

import dev.dataflow.cli.diagram.Diagram;
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
 * @param dependants what hangs on what is changed; null when it was not looked for
 * @param keys the foreign keys of the tables that it is about; null when they are not known
 * @param renames how tables that get other names can have both for a while; null when the tables are not known
 * @param before the touched tables as they are; null when they are not known
 * @param after the touched tables as they are to be; null when they are not known
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
        @Nullable List<Dependant> dependants,
        @Nullable KeyReport keys,
        @Nullable List<RenameReport> renames,
        @Nullable Diagram before,
        @Nullable Diagram after) {

    /** Copies the lists. */
    public PlanReport {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        questions = List.copyOf(questions);
        remarks = List.copyOf(remarks);
        dependants = dependants == null ? null : List.copyOf(dependants);
        renames = renames == null ? null : List.copyOf(renames);
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
        this(command, name, target, verdict, steps, findings, questions, remarks, null, null, null, null, null);
    }

    /** The same with the touched tables as they are, and as they are to be. */
    public PlanReport withTables(Diagram now, Diagram then) {
        return new PlanReport(
                command,
                name,
                target,
                verdict,
                steps,
                findings,
                questions,
                remarks,
                dependants,
                keys,
                renames,
                now,
                then);
    }

    /** The same with what hangs on what is changed, with foreign keys, and with ways to rename tables. */
    public PlanReport withAnalyses(List<Dependant> hanging, KeyReport foreignKeys, List<RenameReport> newNames) {
        return new PlanReport(
                command,
                name,
                target,
                verdict,
                steps,
                findings,
                questions,
                remarks,
                hanging,
                foreignKeys,
                newNames,
                before,
                after);
    }

    /** How many findings have a level. */
    public long count(Risk risk) {
        return findings.stream().filter(finding -> finding.risk() == risk).count();
    }
}
