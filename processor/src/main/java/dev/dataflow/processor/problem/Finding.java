package dev.dataflow.processor.problem;

import java.util.List;

/**
 * A problem at a place.
 *
 * @param problem what is wrong
 * @param place where
 * @param arguments what the problem's text speaks of
 */
public record Finding(ModelProblem problem, Place place, List<Object> arguments) {

    /** Copies the list. */
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** The message: a first line that is complete by itself, then why and how to fix it. */
    public String text() {
        return problem.text(arguments.toArray());
    }
}
