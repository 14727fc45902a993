package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import java.util.ArrayList;
import java.util.List;

/** Puts steps together as they run: neighbours that share a transaction and its timeouts are one group. */
final class Groups {

    private final DatabaseEngine engine;
    private final SchemaSettings schema;
    private final List<StepGroup> groups = new ArrayList<>();
    private final List<Step> shared = new ArrayList<>();

    private Groups(Plan plan) {
        engine = plan.engine();
        schema = new SchemaSettings(engine, plan.schema());
    }

    static List<StepGroup> of(Plan plan) {
        Groups groups = new Groups(plan);
        plan.steps().forEach(groups::add);
        groups.close();
        return groups.groups;
    }

    private void add(Step step) {
        if (step.transaction() != Step.Transaction.SHARED) {
            close();
            groups.add(group(List.of(step), step.transaction() == Step.Transaction.OWN));
            return;
        }
        if (!shared.isEmpty() && !shared.get(0).timeouts().equals(step.timeouts())) {
            close();
        }
        shared.add(step);
    }

    private void close() {
        if (!shared.isEmpty()) {
            groups.add(group(shared, true));
            shared.clear();
        }
    }

    private StepGroup group(List<Step> steps, boolean transactional) {
        TimeoutSettings settings = new TimeoutSettings(engine, steps.get(0).timeouts());
        return switch (engine.family()) {
            case POSTGRESQL ->
                transactional
                        ? new StepGroup(
                                steps, true, List.of(), with(settings.local(), schema.local()), List.of(), List.of())
                        : session(steps, settings);
            case MYSQL -> session(steps, settings);
            // inside of a transaction the pragma does nothing, and tables that are dropped would take rows along
            case SQLITE ->
                new StepGroup(
                        steps,
                        transactional,
                        transactional
                                ? with(settings.session(), List.of("PRAGMA foreign_keys = OFF"))
                                : settings.session(),
                        transactional ? SqliteViolations.begin() : List.of(),
                        transactional ? SqliteViolations.checks() : List.of(),
                        transactional ? SqliteViolations.after() : List.of());
        };
    }

    private StepGroup session(List<Step> steps, TimeoutSettings settings) {
        return new StepGroup(
                steps,
                false,
                with(settings.session(), schema.session()),
                List.of(),
                List.of(),
                with(schema.restored(), settings.restored()));
    }

    private static List<String> with(List<String> statements, List<String> others) {
        List<String> all = new ArrayList<>(statements);
        all.addAll(others);
        return all;
    }
}
