package dev.dataflow.cli.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.planfile.PlanFile;
import dev.dataflow.migrations.risk.Assessment;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.risk.Verdict;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan with all that is known of it.
 *
 * @param diff the differences that it was made of
 * @param plan the plan
 * @param version the version of the server that it is to run on
 * @param facts what is known of the database
 * @param assessment its risk
 * @param verdict what a policy says; null when there is none
 * @param failOn from which level on findings count as a failure; null for none
 */
public record JudgedPlan(
        SchemaDiff diff,
        Plan plan,
        ServerVersion version,
        Facts facts,
        Assessment assessment,
        @Nullable Verdict verdict,
        @Nullable Level failOn) {

    /** A plan that was kept, of which the schemas are not known. */
    static JudgedPlan of(PlanFile file, @Nullable Assessment kept, ServerVersion version, Level failOn) {
        Plan plan = file.plan();
        Schema unknown = Schema.empty(file.engine());
        List<Change> changes =
                plan.steps().stream().flatMap(step -> step.changes().stream()).toList();
        SchemaDiff diff = new SchemaDiff(unknown, unknown, changes, List.of());
        Facts facts = Facts.unknown();
        Assessment assessment = kept == null ? new RiskAssessor().assess(plan, diff, facts) : kept;
        return new JudgedPlan(diff, plan, version, facts, assessment, null, failOn);
    }
}
