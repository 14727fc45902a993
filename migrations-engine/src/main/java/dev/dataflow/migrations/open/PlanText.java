package dev.dataflow.migrations.open;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.risk.Point;
import dev.dataflow.migrations.risk.StepRisk;
import java.util.ArrayList;
import java.util.List;

/** Plans, for people: what each step does, how risky it is and why, and what to do with it. */
final class PlanText {

    private PlanText() {}

    /** Plans in their order, each for a schema. */
    static List<String> of(List<OpeningPlan> openings) {
        List<String> lines = new ArrayList<>();
        for (OpeningPlan opening : openings) {
            if (opening.isElsewhere()) {
                lines.add("in the schema " + opening.schema() + ", as the connection's:");
            } else if (openings.size() > 1) {
                lines.add("in the connection's schema:");
            }
            lines.addAll(of(opening));
        }
        return lines;
    }

    private static List<String> of(OpeningPlan opening) {
        List<String> lines = new ArrayList<>();
        for (StepRisk risk : opening.assessment().steps()) {
            Step step = opening.plan().steps().get(risk.step());
            String what = String.join(
                    "; ", step.changes().stream().map(Change::describe).toList());
            lines.add((risk.step() + 1) + ". " + (what.isEmpty() ? "prepare" : what) + " – " + risk.level() + " ("
                    + risk.score() + ")" + reason(risk));
            risk.failures().forEach(failure -> lines.add("   will fail: " + failure));
            step.losses().forEach(loss -> lines.add("   loses " + loss));
            lines.add("   next: " + next(opening, risk, step));
        }
        return lines;
    }

    private static String reason(StepRisk risk) {
        return risk.points().stream()
                .max((one, other) -> Integer.compare(one.points(), other.points()))
                .map(Point::fact)
                .map(fact -> ", " + fact)
                .orElse("");
    }

    private static String next(OpeningPlan opening, StepRisk risk, Step step) {
        return opening.isHarmless(risk)
                ? "is done at open as soon as the others are"
                : "look at it, and run: " + String.join("; ", step.statements());
    }
}
