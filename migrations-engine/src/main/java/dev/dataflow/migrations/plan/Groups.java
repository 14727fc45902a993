package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import java.util.ArrayList;
import java.util.List;

/** Puts steps together as they run: neighbours that share a transaction and its timeouts are one group. */
final class Groups {

    private final DatabaseEngine engine;
    private final List<StepGroup> groups = new ArrayList<>();
    private final List<Step> shared = new ArrayList<>();

    private Groups(DatabaseEngine engine) {
        this.engine = engine;
    }

    static List<StepGroup> of(DatabaseEngine engine, List<Step> steps) {
        Groups groups = new Groups(engine);
        steps.forEach(groups::add);
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
                        ? new StepGroup(steps, true, List.of(), settings.local(), List.of(), List.of())
                        : new StepGroup(steps, false, settings.session(), List.of(), List.of(), settings.restored());
            case MYSQL -> new StepGroup(steps, false, settings.session(), List.of(), List.of(), settings.restored());
            // inside of a transaction the pragma does nothing, and tables that are dropped would take rows along
            case SQLITE ->
                new StepGroup(
                        steps,
                        transactional,
                        transactional ? with(settings.session(), "PRAGMA foreign_keys = OFF") : settings.session(),
                        List.of(),
                        transactional ? List.of("PRAGMA foreign_key_check") : List.of(),
                        transactional ? List.of("PRAGMA foreign_keys = ON") : List.of());
        };
    }

    private static List<String> with(List<String> statements, String last) {
        List<String> all = new ArrayList<>(statements);
        all.add(last);
        return all;
    }
}
