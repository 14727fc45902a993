package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.util.ArrayList;
import java.util.List;

/**
 * What brings a database from one schema to another.
 *
 * @param engine the database
 * @param steps the steps, in their order
 */
public record Plan(DatabaseEngine engine, List<Step> steps) {

    /** Copies the list. */
    public Plan {
        steps = List.copyOf(steps);
    }

    /**
     * Plans differences with plain statements. They hold locks as long as each takes.
     *
     * @param diff the differences
     * @throws SchemaException when a question about renames is open, or a difference cannot be planned; nothing of it is
     *     left out silently
     */
    public static Plan of(SchemaDiff diff) {
        diff.requireAnswers();
        Plannable.require(diff);
        List<Step> steps = switch (diff.before().engine()) {
            case POSTGRESQL -> new PostgresPlanner(diff, false).steps();
            case MYSQL, MARIADB -> new MySqlPlanner(diff).steps();
            case SQLITE -> new SqlitePlanner(diff).steps();
        };
        return new Plan(diff.before().engine(), steps);
    }

    /**
     * Plans differences for PostgreSQL while others read and write: indexes are made concurrently; foreign keys, checks and
     * NOT NULL are declared first, and looked at afterwards in transactions of their own. Other steps are the plain ones. If
     * a concurrent index fails, an invalid one stays and must be dropped before it is made again.
     *
     * @param diff the differences
     * @throws SchemaException as above, and on other databases
     */
    public static Plan online(SchemaDiff diff) {
        diff.requireAnswers();
        Plannable.require(diff);
        DatabaseEngine engine = diff.before().engine();
        if (engine != DatabaseEngine.POSTGRESQL) {
            throw Plannable.notOnline(engine);
        }
        return new Plan(engine, new PostgresPlanner(diff, true).steps());
    }

    /** The steps as they run: neighbours that share a transaction are one group. */
    public List<StepGroup> groups() {
        List<StepGroup> groups = new ArrayList<>();
        List<Step> shared = new ArrayList<>();
        for (Step step : steps) {
            if (step.transaction() == Step.Transaction.SHARED) {
                shared.add(step);
            } else {
                close(groups, shared);
                groups.add(group(List.of(step), step.transaction() == Step.Transaction.OWN));
            }
        }
        close(groups, shared);
        return groups;
    }

    private void close(List<StepGroup> groups, List<Step> shared) {
        if (!shared.isEmpty()) {
            groups.add(group(shared, true));
            shared.clear();
        }
    }

    private StepGroup group(List<Step> each, boolean transactional) {
        return switch (engine.family()) {
            case POSTGRESQL -> new StepGroup(each, transactional, List.of(), List.of(), List.of());
            // where it is not strict, MySQL makes up values instead of refusing NULL
            case MYSQL ->
                new StepGroup(
                        each,
                        false,
                        List.of("SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')"),
                        List.of(),
                        List.of());
            // inside of a transaction this pragma does nothing, and tables that are dropped would take rows along
            case SQLITE ->
                new StepGroup(
                        each,
                        true,
                        List.of("PRAGMA foreign_keys = OFF"),
                        List.of("PRAGMA foreign_key_check"),
                        List.of("PRAGMA foreign_keys = ON"));
        };
    }
}
