package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.wording.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One plan before one policy. */
final class Judgement {

    private final Policy policy;
    private final Plan plan;
    private final Assessment assessment;
    private final Set<String> approvedBy;
    private final Allowances allowances;
    private final List<String> blocking = new ArrayList<>();
    private final List<String> asking = new ArrayList<>();
    private final Set<String> answers = new LinkedHashSet<>();

    Judgement(Policy policy, Plan plan, Assessment assessment, Set<String> approvedBy) {
        if (assessment.steps().size() != plan.steps().size()) {
            throw new IllegalArgumentException("the assessment is of another plan");
        }
        this.policy = policy;
        this.plan = plan;
        this.assessment = assessment;
        this.approvedBy = approvedBy;
        this.allowances = new Allowances(policy.allowed(), plan);
    }

    Verdict verdict() {
        for (StepRisk risk : assessment.steps()) {
            judge(plan.steps().get(risk.step()), risk);
        }
        Set<String> missing = new TreeSet<>();
        policy.approvals().forEach((level, names) -> {
            if (!plan.steps().isEmpty() && assessment.level().compareTo(level) >= 0) {
                names.stream().filter(name -> !approvedBy.contains(name)).forEach(missing::add);
            }
        });
        missing.forEach(name -> {
            asking.add("a plan of level " + assessment.level() + " must be approved by " + name);
            answers.add("--approved-by " + ShellWord.of(name));
        });
        Verdict.Decision decision = !blocking.isEmpty()
                ? Verdict.Decision.BLOCKED
                : asking.isEmpty() ? Verdict.Decision.ALLOWED : Verdict.Decision.CONSENT_NEEDED;
        List<String> reasons = new ArrayList<>(blocking);
        reasons.addAll(asking);
        return new Verdict(decision, reasons, List.copyOf(answers));
    }

    private void judge(Step step, StepRisk risk) {
        String place = "step " + (risk.step() + 1) + " (" + name(step) + ")";
        risk.failures().forEach(failure -> blocking.add(place + " will fail: " + failure));
        List<Change> meant = step.changes().stream()
                .filter(change -> !allowances.allow(change))
                .toList();
        boolean allowed = meant.isEmpty() && !step.changes().isEmpty();
        if (risk.level().compareTo(policy.maxRisk()) > 0 && !allowed) {
            blocking.add(place + " is " + risk.level() + " (" + risk.score() + "), above " + policy.maxRisk());
            meant.forEach(change -> answers.add("--allow " + ShellWord.of(change.allowance())));
        } else if (!step.losses().isEmpty() && !allowed) {
            asking.add(place + " loses " + String.join("; ", step.losses()));
            meant.forEach(change -> answers.add("--allow " + ShellWord.of(change.allowance())));
        }
    }

    private static String name(Step step) {
        return step.changes().isEmpty()
                ? step.statements().stream().findFirst().orElse("nothing")
                : String.join(
                        "; ", step.changes().stream().map(Change::describe).toList());
    }
}
