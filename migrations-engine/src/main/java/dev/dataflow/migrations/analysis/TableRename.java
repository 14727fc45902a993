package dev.dataflow.migrations.analysis;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.plan.Inverse;
import dev.dataflow.migrations.plan.Phase;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.plan.Timeouts;
import dev.dataflow.migrations.schema.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a table gets another name while programs use the old one.
 *
 * @param engine the database
 * @param version its version
 * @param from its name
 * @param to its new name
 * @param dependants what depends on it
 * @param steps the steps, in their order
 * @param byHand dependants that name the table where it is not certain what is meant: to be changed between the phases
 * @param notes what the old name cannot do any more in between, and what else is to be done
 */
public record TableRename(
        DatabaseEngine engine,
        ServerVersion version,
        String from,
        String to,
        List<Dependant> dependants,
        List<RenameStep> steps,
        List<String> byHand,
        List<String> notes) {

    /** Copies the lists. */
    public TableRename {
        dependants = List.copyOf(dependants);
        steps = List.copyOf(steps);
        byHand = List.copyOf(byHand);
        notes = List.copyOf(notes);
    }

    /** Whether the steps of a phase can be one transaction; else each statement commits. */
    public boolean transactional() {
        return engine.family() != EngineFamily.MYSQL;
    }

    /** The steps as a plan. Its phases run apart: between them programs change from the old name to the new one. */
    public Plan plan() {
        Step.Transaction where = transactional() ? Step.Transaction.SHARED : Step.Transaction.NONE;
        return new Plan(
                engine,
                version,
                steps.stream()
                        .map(step -> new Step(
                                step.changes(),
                                step.statements(),
                                where,
                                List.of(),
                                new Inverse(step.inverse(), null),
                                step.phase(),
                                Timeouts.DEFAULT,
                                null,
                                null))
                        .toList());
    }

    /** The statements of a phase, in their order. */
    public List<String> statements(Phase phase) {
        return steps.stream()
                .filter(step -> step.phase() == phase)
                .flatMap(step -> step.statements().stream())
                .toList();
    }

    /** The statements that take a phase back, in their order. */
    public List<String> inverse(Phase phase) {
        List<String> statements = new ArrayList<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).phase() == phase) {
                statements.addAll(steps.get(i).inverse());
            }
        }
        return statements;
    }

    /** The dependants and the steps as trees, to be printed. */
    public String text() {
        List<String> lines = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            steps.stream()
                    .filter(step -> step.phase() == phase)
                    .forEach(step -> lines.add(phase.name().toLowerCase(Locale.ROOT) + ": " + step.text()));
            if (phase == Phase.EXPAND) {
                byHand.forEach(each -> lines.add("by hand: " + each));
                lines.add("programs: from " + from + " to " + to);
            }
        }
        notes.forEach(note -> lines.add("note: " + note));
        return TextTree.of("rename table " + from + " to " + to, dependants, Dependant::text, Dependant::dependants)
                + TextTree.of(
                        "steps" + (transactional() ? ", each phase in one transaction" : ", each statement commits"),
                        lines,
                        line -> line,
                        line -> List.of());
    }
}
