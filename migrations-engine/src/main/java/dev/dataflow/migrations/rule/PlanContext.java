package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What rules know besides a step: the schemas, the server, and the steps before it. Threads may share it. */
public final class PlanContext {

    private final SchemaDiff diff;
    private final ServerVersion version;
    private final Set<String> createdTables;
    private final Map<String, Table> tablesBefore = new HashMap<>();
    private final Map<Step, List<Occurrence>> occurrences = new IdentityHashMap<>();

    /**
     * What is known of steps that stand alone.
     *
     * @param diff the differences that the steps make
     * @param version the server's version
     * @param createdTables tables that come with the same plan
     */
    public PlanContext(SchemaDiff diff, ServerVersion version, Set<String> createdTables) {
        this.diff = diff;
        this.version = version;
        this.createdTables = Set.copyOf(createdTables);
        diff.before().tables().forEach(table -> tablesBefore.put(table.name(), table));
        diff.changes().forEach(change -> {
            if (change instanceof TableChange.Rename rename) {
                diff.before().table(rename.from()).ifPresent(table -> tablesBefore.put(rename.to(), table));
            }
        });
    }

    /**
     * What is known of a plan's steps.
     *
     * @param diff the differences that were planned
     * @param plan the plan
     */
    public static PlanContext of(SchemaDiff diff, Plan plan) {
        return of(diff, plan, plan.version());
    }

    /**
     * What is known of a plan's steps, for a server of another version than the plan was made for.
     *
     * @param diff the differences that were planned
     * @param plan the plan
     * @param version the server's version
     */
    public static PlanContext of(SchemaDiff diff, Plan plan, ServerVersion version) {
        Set<String> created = diff.changes().stream()
                .filter(TableChange.Create.class::isInstance)
                .map(change -> ((TableChange.Create) change).table())
                .collect(Collectors.toSet());
        PlanContext context = new PlanContext(diff, version, created);
        context.occurrences.putAll(new PlanReading(context).of(plan));
        return context;
    }

    /** What is known of statements of which nothing else is. */
    static PlanContext offline(DatabaseEngine engine, ServerVersion version) {
        Schema empty = Schema.empty(engine);
        return new PlanContext(new SchemaDiff(empty, empty, List.of(), List.of()), version, Set.of());
    }

    /** The differences. */
    public SchemaDiff diff() {
        return diff;
    }

    /** The server's version. */
    public ServerVersion version() {
        return version;
    }

    /** Tables that come with the same plan, so that nobody uses them yet. */
    public Set<String> createdTables() {
        return createdTables;
    }

    /** Whether the schemas are known: statements of a file stand alone. */
    boolean isPlanned() {
        return !diff.changes().isEmpty();
    }

    Optional<Table> tableBefore(String name) {
        return Optional.ofNullable(tablesBefore.get(name));
    }

    List<Occurrence> occurrences(Step step) {
        List<Occurrence> known = occurrences.get(step);
        return known == null ? new PlanReading(this).of(step) : known;
    }
}
