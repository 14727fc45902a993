package dev.dataflow.migrations.analysis;

import dev.dataflow.migrations.diff.SchemaDiff;
import java.util.ArrayList;
import java.util.List;

/**
 * How to do something without losing rows or breaking others.
 *
 * @param steps what to do, in this order
 * @param byHand what must be changed by hand before, for nobody else knows what it is to be: views, bodies, policies
 * @param diff the changes among the steps, for {@link dev.dataflow.migrations.plan.Plan}; empty when the steps are no changes
 *     of the schema
 */
public record SafePlan(List<String> steps, List<String> byHand, SchemaDiff diff) {

    /** Copies the lists. */
    public SafePlan {
        steps = List.copyOf(steps);
        byHand = List.copyOf(byHand);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        byHand.forEach(each -> lines.add("by hand before: " + each));
        for (int i = 0; i < steps.size(); i++) {
            lines.add((i + 1) + ". " + steps.get(i));
        }
        return lines;
    }
}
