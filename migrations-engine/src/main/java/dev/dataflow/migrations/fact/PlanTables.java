package dev.dataflow.migrations.fact;

import dev.dataflow.migrations.analysis.ForeignKeyAnalyzer;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
                .flatMap(this::tables)
                .filter(table -> !names.isCreated(table))
                .map(names::table)
                .filter(table -> diff.before().table(table).isPresent())
                .forEach(before::add);
    }

    /** Those of a change: a partition that comes concerns its parent, and the partition for rows that had no other. */
    private Stream<String> tables(Change change) {
        if (change instanceof DomainChange.Alter alter
                && (alter.isFilled() || !alter.added().isEmpty())) {
            return DomainQuestions.tables(diff.before(), alter.name()).stream().map(Table::name);
        }
        Stream<String> own = change.ofTable().stream();
        if (!(change instanceof TableChange.Create create)
                || create.created().partitionOf() == null
                || create.created().partitionOf().parent().schema() != null) {
            return own;
        }
        String parent = create.created().partitionOf().parent().name();
        Stream<String> rest = diff.before().tables().stream()
                .filter(table ->
                        table.partitionOf() != null && table.partitionOf().isDefaultOf(names.table(parent)))
                .map(Table::name);
        return Stream.concat(own, Stream.concat(Stream.of(parent), rest));
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
