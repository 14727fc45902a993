package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.CompositeTypeChange;
import dev.dataflow.migrations.change.DefinedTypeChange;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.change.EnumTypeChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.SequenceChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.schema.CompositeType;
import dev.dataflow.migrations.schema.DefinedType;
import dev.dataflow.migrations.schema.Domain;
import dev.dataflow.migrations.schema.EnumType;
import dev.dataflow.migrations.schema.MaterialisedView;
import dev.dataflow.migrations.schema.Routine;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Sequence;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A schema as it is between the phases: as it is to be, and with what goes last. Not thread-safe. */
final class BetweenPhases {

    private final Schema after;
    private final Map<String, Table> tables = new TreeMap<>();
    private final List<View> views;
    private final List<MaterialisedView> materialisedViews;
    private final List<Sequence> sequences;
    private final List<EnumType> enums;
    private final List<Domain> domains;
    private final List<CompositeType> compositeTypes;
    private final List<DefinedType> definedTypes;
    private final List<Routine> routines;

    private BetweenPhases(Schema after) {
        this.after = after;
        after.tables().forEach(table -> tables.put(table.name(), table));
        views = new ArrayList<>(after.views());
        materialisedViews = new ArrayList<>(after.materialisedViews());
        sequences = new ArrayList<>(after.sequences());
        enums = new ArrayList<>(after.enums());
        domains = new ArrayList<>(after.domains());
        compositeTypes = new ArrayList<>(after.compositeTypes());
        definedTypes = new ArrayList<>(after.definedTypes());
        routines = new ArrayList<>(after.routines());
    }

    /**
     * The schema.
     *
     * @param after the schema there is to be
     * @param contract what goes last, in its order
     */
    static Schema of(Schema after, List<Change> contract) {
        BetweenPhases between = new BetweenPhases(after);
        for (int i = contract.size() - 1; i >= 0; i--) {
            between.add(contract.get(i));
        }
        return between.schema();
    }

    private void add(Change change) {
        if (change instanceof TableChange.Drop drop) {
            tables.put(drop.dropped().name(), drop.dropped());
        } else if (change instanceof ColumnChange.Drop drop) {
            edit(drop.table(), table -> table.column(drop.column()));
        } else if (change instanceof CheckChange.Drop drop) {
            edit(drop.table(), table -> table.check(drop.check()));
        } else if (change instanceof PrimaryKeyChange.Drop drop) {
            edit(drop.table(), table -> table.primaryKey(drop.key()));
        } else if (change instanceof UniqueKeyChange.Drop drop) {
            edit(drop.table(), table -> table.unique(drop.key()));
        } else if (change instanceof IndexChange.Drop drop) {
            edit(drop.table(), table -> table.index(drop.index()));
        } else if (change instanceof ForeignKeyChange.Drop drop) {
            edit(drop.table(), table -> table.foreignKey(drop.key()));
        } else if (change instanceof ViewChange.Drop drop) {
            views.add(drop.view());
        } else if (change instanceof MaterialisedViewChange.Drop drop) {
            materialisedViews.add(drop.view());
        } else if (change instanceof SequenceChange.Drop drop) {
            sequences.add(drop.sequence());
        } else if (change instanceof EnumTypeChange.Drop drop) {
            enums.add(drop.type());
        } else if (change instanceof DomainChange.Drop drop) {
            domains.add(drop.domain());
        } else if (change instanceof CompositeTypeChange.Drop drop) {
            compositeTypes.add(drop.type());
        } else if (change instanceof DefinedTypeChange.Drop drop) {
            definedTypes.add(drop.type());
        } else if (change instanceof RoutineChange.Drop drop) {
            routines.add(drop.routine());
        } else {
            throw new IllegalArgumentException("does not wait for the contract phase: " + change.describe());
        }
    }

    private void edit(String name, UnaryOperator<TableBuilder> edit) {
        tables.computeIfPresent(name, (key, table) -> edit.apply(table.edit()).build());
    }

    private Schema schema() {
        return new Schema(
                after.engine(),
                List.copyOf(tables.values()),
                views,
                materialisedViews,
                sequences,
                enums,
                domains,
                compositeTypes,
                definedTypes,
                routines);
    }
}
