package dev.dataflow.migrations.planfile;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanStates;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.plan.StepGroup;
import dev.dataflow.migrations.risk.Assessment;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.snapshot.Fingerprint;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is kept in a file: what is needed to look at it, to judge it, to carry it out step by step, and to find out
 * whether the database is the one it was made for. What is read is equal to what was written. Immutable.
 *
 * @param engine the database
 * @param version the version whose statements the plan uses; later ones know them, too
 * @param before the fingerprint of the schema that the plan starts from
 * @param after the fingerprint of the schema that it leads to
 * @param models the fingerprint of the models that it was made for; null when it was not made for models
 * @param schema the schema in which its groups run; null for the connection's
 * @param groups the steps, in groups that run together
 * @param risk how risky it was found to be; null when nobody looked
 */
public record PlanFile(
        DatabaseEngine engine,
        ServerVersion version,
        String before,
        String after,
        @Nullable String models,
        @Nullable String schema,
        List<PlannedGroup> groups,
        @Nullable Assessment risk) {

    /** The form's name and version. */
    public static final String FORMAT = "dataflow-plan/1";

    /** Copies the list. */
    public PlanFile {
        groups = List.copyOf(groups);
    }

    /**
     * A plan to be kept. The steps of one phase start from, or lead to, the schema between the phases.
     *
     * @param plan the plan, or the steps of one of its phases
     * @param diff the differences that all of it was made of
     */
    public static PlanFile of(Plan plan, SchemaDiff diff) {
        PlanStates states = PlanStates.of(plan, diff);
        StepIds ids = new StepIds();
        return new PlanFile(
                plan.engine(),
                plan.version(),
                Fingerprint.of(states.before()),
                Fingerprint.of(states.after()),
                null,
                plan.schema(),
                plan.groups().stream().map(group -> planned(group, ids)).toList(),
                null);
    }

    /** The same plan, made for models of a fingerprint. */
    public PlanFile withModels(String fingerprint) {
        return new PlanFile(engine, version, before, after, fingerprint, schema, groups, risk);
    }

    /** The same plan with what was found out of its risk. */
    public PlanFile withRisk(Assessment assessment) {
        return new PlanFile(engine, version, before, after, models, schema, groups, assessment);
    }

    /**
     * Reads a plan.
     *
     * @param text the text of a file
     * @throws SchemaException when it is no plan, of another version of the form, or was changed after it was written
     */
    public static PlanFile read(String text) {
        return PlanText.read(text);
    }

    /** The text of a file: JSON, the same for equal plans. */
    public String write() {
        return PlanText.write(this);
    }

    /** The steps in their order. */
    public List<PlannedStep> steps() {
        return groups.stream().flatMap(group -> group.steps().stream()).toList();
    }

    /** The plan, without what was added when it was kept. */
    public Plan plan() {
        return new Plan(engine, version, steps().stream().map(PlannedStep::step).toList(), schema);
    }

    /**
     * Looks whether the plan is for a database.
     *
     * @param present the schema there is
     * @param server the server's version
     * @throws SchemaException when the database is another one, too old, or not in the state that the plan starts from
     */
    public void requireFits(Schema present, ServerVersion server) {
        String fingerprint = Fingerprint.of(present);
        String why = null;
        if (present.engine() != engine) {
            why = "it is for " + engine.label() + ", and this is "
                    + present.engine().label();
        } else if (!server.atLeast(version)) {
            why = "it uses statements of " + engine.label() + " " + version + ", and this is " + server;
        } else if (!fingerprint.equals(before)) {
            why = fingerprint.equals(after)
                    ? "the schema is already as the plan leaves it"
                    : "it starts from the schema " + brief(before) + ", and this is " + brief(fingerprint);
        }
        if (why != null) {
            throw PlanFileError.unfit(why);
        }
    }

    private static String brief(String fingerprint) {
        return fingerprint.substring(0, Math.min(12, fingerprint.length()));
    }

    private static PlannedGroup planned(StepGroup group, StepIds ids) {
        Stream<PlannedStep> steps = group.steps().stream().map(step -> planned(step, ids));
        return new PlannedGroup(
                group.transactional(), group.before(), group.begin(), steps.toList(), group.checks(), group.after());
    }

    private static PlannedStep planned(Step step, StepIds ids) {
        return new PlannedStep(ids.next(step), Checksum.of(PlanForm.tree(step).toString()), step);
    }
}
