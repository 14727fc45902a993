package dev.dataflow.processor.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects all problems of a model, so that one compile reports them together. Not thread-safe. */
public final class Findings {

    private final List<Finding> all = new ArrayList<>();

    /** None yet. */
    public Findings() {}

    /** Adds a problem. */
    public void report(ModelProblem problem, Place place, Object... arguments) {
        all.add(new Finding(problem, place, List.of(arguments)));
    }

    /** All problems in the order they were found. */
    public List<Finding> all() {
        return List.copyOf(all);
    }

    /** Whether one of them prevents generation. */
    public boolean blocked() {
        return all.stream().anyMatch(finding -> finding.problem().level() == Level.BLOCKING);
    }
}
