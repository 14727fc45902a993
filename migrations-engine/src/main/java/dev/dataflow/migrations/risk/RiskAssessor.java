package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.rule.PlanContext;
import dev.dataflow.migrations.rule.Rule;
import dev.dataflow.migrations.rule.Rules;
import java.util.ArrayList;
import java.util.List;

/**
 * Says how risky a plan is. Each rule tells where its hazard is, facts tell how much there is to lose or to hold, and each
 * point of the score says which fact it is from. Safer forms are not discounted: the plan that has them is assessed as it
 * is. Immutable and thread-safe; asks no database.
 */
public final class RiskAssessor {

    private final List<Rule> rules;

    /** Assesses by all rules. */
    public RiskAssessor() {
        this(Rules.all());
    }

    /** Assesses by some rules. */
    public RiskAssessor(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Assesses a plan.
     *
     * @param plan the plan
     * @param diff the differences that it was made of
     * @param facts what is known of the database; unknown counts as large
     */
    public Assessment assess(Plan plan, SchemaDiff diff, Facts facts) {
        PlanContext context = PlanContext.of(diff, plan, plan.version());
        StepAssessment assessment = new StepAssessment(plan, diff, facts, context);
        List<StepRisk> steps = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            steps.add(assessment.of(
                    i,
                    rules.stream()
                            .flatMap(rule -> rule.matches(step, context).stream())
                            .toList()));
        }
        return Assessment.of(steps);
    }
}
