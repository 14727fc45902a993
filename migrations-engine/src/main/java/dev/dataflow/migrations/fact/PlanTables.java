package dev.dataflow.migrations.fact;

import dev.dataflow.migrations.analysis.ForeignKeyAnalyzer;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables that a plan is about, before it has run and afterwards. Immutable. */
public final class PlanTables {

    private final SchemaDiff diff;
    private final CurrentNames names;
    private final Set<String> before = new LinkedHashSet<>();

    /**
     * The tables of a plan.
     *
     * @param plan the plan
     * @param diff the differences that it was made of
     */
    public PlanTables(Plan plan, SchemaDiff diff) {
        this.diff = diff;
        this.names = new CurrentNames(diff.changes());
        plan.steps().stream()
                .flatMap(step -> step.changes().stream())
                .flatMap(change -> change.ofTable().stream())
                .filter(table -> !names.isCreated(table))
                .map(names::table)
                .filter(table -> diff.before().table(table).isPresent())
                .forEach(before::add);
    }

    /** Those that are there, by the names they have now. */
    public List<String> before() {
        return List.copyOf(before);
    }

    /** Those that are there when the plan has run, new ones among them, by the names they have then. */
    public List<String> after() {
        return diff.after().tables().stream()
                .map(Table::name)
                .filter(name -> names.isCreated(name) || before.contains(names.table(name)))
                .toList();
    }

    /** Other tables that are there and that deletes from them reach when the plan has run, by the names they have now. */
    public List<String> reached() {
        ForeignKeyAnalyzer analyzer = new ForeignKeyAnalyzer(diff.after());
        Set<String> reached = new LinkedHashSet<>();
        for (String table : after()) {
            analyzer.reach(table)
                    .all()
                    .map(step -> names.table(step.link().table()))
                    .filter(name -> diff.before().table(name).isPresent())
                    .forEach(reached::add);
        }
        reached.removeAll(before);
        return new ArrayList<>(reached);
    }
}
