package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.rule.Level;
import java.util.List;

/**
 * The risk of a step.
 *
 * @param step its place in the plan, from 0
 * @param level its level: that of the score
 * @param score from 0 to 100
 * @param points what the score is made of
 * @param failures on what rows it will fail, as they were counted; it is another question than how risky it is
 * @param time how long it is expected to take; what it locks is held as long at least
 */
public record StepRisk(int step, Level level, int score, List<Point> points, List<String> failures, ExpectedTime time) {

    /** Copies the lists. */
    public StepRisk {
        points = List.copyOf(points);
        failures = List.copyOf(failures);
    }

    /** Whether it will fail on the rows there are. */
    public boolean willFail() {
        return !failures.isEmpty();
    }
}
