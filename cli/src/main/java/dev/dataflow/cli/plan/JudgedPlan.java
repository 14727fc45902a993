package dev.dataflow.cli.plan;

import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.risk.Assessment;
import dev.dataflow.migrations.risk.Verdict;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.schema.ServerVersion;
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
        @Nullable Level failOn) {}
