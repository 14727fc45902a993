package dev.dataflow.cli.command;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.risk.Assessment;
import dev.dataflow.migrations.risk.Policy;
import dev.dataflow.migrations.risk.Verdict;
import dev.dataflow.migrations.rule.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What risk is taken. Without one of the first two nothing is judged, only shown. */
final class PolicyOptions {

    @Option(
            names = "--max-risk",
            paramLabel = "LEVEL",
            description =
                    "Exit with 4 when a step is riskier than low, medium, high or critical, and with 3 when data are"
                            + " lost that --allow does not name.")
    private @Nullable String maxRisk;

    @Option(
            names = "--allow",
            paramLabel = "CHANGE",
            description = "A change that is meant, with what it loses: drop-column:users.legacy. Repeatable.")
    private List<String> allowed = new ArrayList<>();

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Exit with 1 when there is a finding of this level or above.")
    private @Nullable String failOn;

    /** Refuses levels that do not exist, before anything else is done. */
    void check() {
        level("--max-risk", maxRisk);
        failOn();
    }

    @Nullable
    Level failOn() {
        return level("--fail-on", failOn);
    }

    /**
     * What the policy says; null when there is none.
     *
     * @param plan the plan, or one phase of it
     * @param whole all of it: what is allowed of the other phase is no mistake
     */
    @Nullable
    Verdict judge(Plan plan, Assessment assessment, Plan whole) {
        if (maxRisk == null && allowed.isEmpty()) {
            return null;
        }
        Set<String> here = allowances(plan);
        Set<String> elsewhere = allowances(whole);
        elsewhere.removeAll(here);
        Policy policy = Policy.DEFAULT.allowing(
                allowed.stream().filter(each -> !elsewhere.contains(each)).toList());
        Level level = level("--max-risk", maxRisk);
        return (level == null ? policy : policy.withMaxRisk(level)).judge(plan, assessment);
    }

    private static Set<String> allowances(Plan plan) {
        return plan.steps().stream()
                .flatMap(step -> step.changes().stream())
                .map(Change::allowance)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable Level level(String option, @Nullable String value) {
        return value == null ? null : Choice.of(option, value, Level.class);
    }
}
