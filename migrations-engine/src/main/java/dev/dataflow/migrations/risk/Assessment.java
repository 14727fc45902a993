package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.rule.Level;
import java.util.List;

/**
 * The risk of a plan: that of its riskiest step.
 *
 * @param steps the risk of each step, in their order
 * @param level the highest level; LOW for a plan without steps
 * @param score the highest score
 */
public record Assessment(List<StepRisk> steps, Level level, int score) {

    /** Copies the list. */
    public Assessment {
        steps = List.copyOf(steps);
    }

    static Assessment of(List<StepRisk> steps) {
        int score = steps.stream().mapToInt(StepRisk::score).max().orElse(0);
        return new Assessment(steps, Level.of(score), score);
    }

    /** On what rows which steps will fail. */
    public List<String> failures() {
        return steps.stream().flatMap(step -> step.failures().stream()).toList();
    }

    /** Whether a step will fail on the rows there are. */
    public boolean willFail() {
        return steps.stream().anyMatch(StepRisk::willFail);
    }
}
