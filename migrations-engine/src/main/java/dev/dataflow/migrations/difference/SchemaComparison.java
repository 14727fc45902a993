package dev.dataflow.migrations.difference;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.NearestName;
import dev.dataflow.migrations.catalog.LiveSchema;
import dev.dataflow.migrations.catalog.Relation;
import dev.dataflow.migrations.desired.TargetSchema;
import dev.dataflow.migrations.identifier.NameRule;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.ForeignKey;
import dev.dataflow.migrations.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Compares the tables that models want with what a database has. */
public final class SchemaComparison {

    private final TargetSchema target;
    private final LiveSchema live;
    private final DatabaseEngine engine;
    private final List<Table> missing = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final List<Difference> remarks = new ArrayList<>();
    private final List<MissingIndex> indexes = new ArrayList<>();

    private SchemaComparison(DatabaseEngine engine, TargetSchema target, LiveSchema live) {
        this.engine = engine;
        this.target = target;
        this.live = live;
    }

    /**
     * Compares.
     *
     * @param engine the database
     * @param target what the models want
     * @param live what the database has of it
     * @return what is missing and what differs
     */
    public static Findings compare(DatabaseEngine engine, TargetSchema target, LiveSchema live) {
        return new SchemaComparison(engine, target, live).run();
    }

    /**
     * Says that a table is missing, and which one may be meant.
     *
     * @param table the table
     * @param live what the database has
     */
    public static Difference missingTable(Table table, LiveSchema live) {
        List<String> names = live.relations().values().stream()
                .filter(Relation::isTable)
                .map(Relation::name)
                .filter(name -> Objects.equals(name.schema(), table.name().schema()))
                .map(TableName::name)
                .toList();
        return Difference.ofTable(
                table.name(),
                "the table is missing"
                        + NearestName.of(table.name().name(), names)
                                .map(name -> "; the database has `" + name + "`")
                                .orElse(""));
    }

    private Findings run() {
        NameRule names = live.names();
        Set<TableName> wanted = new HashSet<>();
        target.tables().forEach(table -> wanted.add(names.table(table.name())));
        for (Table table : target.tables()) {
            live.relation(table.name())
                    .ifPresentOrElse(there -> compare(table, there), () -> checkTargets(table, wanted));
        }
        return new Findings(missing, differences, remarks, indexes);
    }

    private void compare(Table table, Relation there) {
        Table found = live.table(table.name()).orElse(null);
        if (found == null) {
            differences.add(Difference.ofTable(
                    table.name(), "is a " + there.kind() + ", the model needs a table of this name"));
            return;
        }
        new ColumnComparison(TypeFit.of(engine), live.names(), table, found).run(differences::add, remarks::add);
        new KeyComparison(live.names(), table, found).run(differences::add, remarks::add, indexes::add);
        new ForeignKeyComparison(live, table, found).run(differences::add);
    }

    /** A new table can only point to tables that are there or are created with it. */
    private void checkTargets(Table table, Set<TableName> wanted) {
        missing.add(table);
        for (ForeignKey key : table.foreignKeys()) {
            TableName name = key.targetTable();
            boolean there = live.relation(name).map(Relation::isTable).orElse(false);
            if (!there && !wanted.contains(live.names().table(name))) {
                differences.add(new Difference(
                        table.name(),
                        key.columns().get(0),
                        "references the table `" + name + "`, which is missing, and its model "
                                + target.unregistered().get(name) + " is not registered; register it too"));
            }
        }
    }
}
