package dev.dataflow.migrations.diff;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.CompositeTypeChange;
import dev.dataflow.migrations.change.DefinedTypeChange;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.change.EnumTypeChange;
import dev.dataflow.migrations.change.ExclusionChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.SchemaObjectChange;
import dev.dataflow.migrations.change.SequenceChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.schema.RowSecurityState;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An order in which changes can be made: what depends goes first and comes last. Changes of one stage stay in the order
 * they are in, except views and what goes with them, which mention each other.
 */
final class ChangeOrder {

    /** The stages. */
    private enum Stage {
        OPEN_ROWS,
        DROP_HOLDERS,
        DROP_VIEWS,
        DROP_BEHAVIOUR,
        DROP_BLOCKERS,
        RENAME_TABLES,
        RENAME_COLUMNS,
        DROP_FOREIGN_KEYS,
        DROP_KEYS,
        DROP_COMPUTED_COLUMNS,
        TYPES,
        CREATE_TYPES,
        DOMAINS,
        CREATE_TABLES,
        FUNCTIONS_OF_TABLES,
        ADD_COLUMNS,
        ALTER_COLUMNS,
        DROP_COLUMNS,
        ADD_COMPUTED_COLUMNS,
        DROP_TABLES,
        TABLES,
        ADD_KEYS,
        ADD_FOREIGN_KEYS,
        OWNERS_AND_BODIES,
        CREATE_VIEWS,
        FUNCTIONS_OF_VIEWS,
        CREATE_BEHAVIOUR,
        CLOSE_ROWS,
        DROP_TYPES
    }

    private final boolean postgres;
    private final RoutinePlaces routines;
    private final Set<String> renamed;

    private ChangeOrder(boolean postgres, List<Change> changes) {
        this.postgres = postgres;
        routines = new RoutinePlaces(changes);
        renamed = changes.stream()
                .filter(TableChange.Rename.class::isInstance)
                .map(change -> ((TableChange.Rename) change).to())
                .collect(Collectors.toSet());
    }

    /** Puts changes into order; those before the first rename go before all renames if they drop something. */
    static List<Change> of(DatabaseEngine engine, List<Change> changes, int blockers) {
        Set<Change> early = Set.copyOf(changes.subList(0, blockers));
        ChangeOrder order = new ChangeOrder(engine == DatabaseEngine.POSTGRESQL, changes);
        Map<Stage, List<Change>> stages = new EnumMap<>(Stage.class);
        for (Change change : changes) {
            Stage stage = early.contains(change) ? Stage.DROP_BLOCKERS : order.place(change);
            stages.computeIfAbsent(stage, each -> new ArrayList<>()).add(change);
        }
        stages.computeIfPresent(Stage.CREATE_VIEWS, (stage, creates) -> DefinitionOrder.of(creates));
        stages.computeIfPresent(Stage.DROP_VIEWS, (stage, drops) -> reversed(drops));
        if (order.postgres) {
            stages.computeIfPresent(Stage.CREATE_TYPES, (stage, creates) -> DefinitionOrder.of(creates));
            stages.computeIfPresent(Stage.DROP_TYPES, (stage, drops) -> reversed(drops));
        }
        return stages.values().stream().flatMap(List::stream).toList();
    }

    private static List<Change> reversed(List<Change> drops) {
        List<Change> reversed = new ArrayList<>(DefinitionOrder.of(drops));
        Collections.reverse(reversed);
        return reversed;
    }

    /** Routines that hold on to views or columns go and come with the views. */
    private Stage place(Change change) {
        if (change instanceof RoutineChange.Create create) {
            if (postgres && routines.isLate(create.routine())) {
                return Stage.CREATE_VIEWS;
            }
            if (routines.namesViews(create.routine())) {
                return Stage.FUNCTIONS_OF_VIEWS;
            }
            return routines.namesTables(create.routine()) ? Stage.FUNCTIONS_OF_TABLES : Stage.CREATE_TYPES;
        }
        if (change instanceof RoutineChange.Drop drop) {
            return postgres && routines.isEarly(drop.routine()) ? Stage.DROP_VIEWS : Stage.DROP_TYPES;
        }
        if (change instanceof TableChange.AlterOptions alter
                && !security(alter.before()).equals(security(alter.after()))) {
            return place(alter);
        }
        Stage stage = stage(change);
        // PostgreSQL's policies and rules hold on to views
        return postgres && stage == Stage.DROP_BEHAVIOUR ? Stage.DROP_HOLDERS : stage;
    }

    /** With policies no row is open between: without any, nobody sees a row while row security is on. */
    private Stage place(TableChange.AlterOptions alter) {
        if (!security(alter.before()).isOpenedBy(security(alter.after()))) {
            return Stage.CLOSE_ROWS;
        }
        return renamed.contains(alter.table()) ? Stage.TABLES : Stage.OPEN_ROWS;
    }

    private static RowSecurityState security(Table table) {
        return RowSecurityState.of(table.options());
    }

    private static Stage stage(Change change) {
        if (change instanceof TableChange table) {
            return stage(table);
        }
        if (change instanceof ColumnChange column) {
            return stage(column);
        }
        return change instanceof TablePartChange part ? stage(part) : stage((SchemaObjectChange) change);
    }

    private static Stage stage(TableChange change) {
        if (change instanceof TableChange.Rename) {
            return Stage.RENAME_TABLES;
        }
        if (change instanceof TableChange.Create) {
            return Stage.CREATE_TABLES;
        }
        return change instanceof TableChange.Drop ? Stage.DROP_TABLES : Stage.TABLES;
    }

    private static Stage stage(ColumnChange change) {
        if (change instanceof ColumnChange.Rename) {
            return Stage.RENAME_COLUMNS;
        }
        if (change instanceof ColumnChange.Add add) {
            return add.column().generated() == null ? Stage.ADD_COLUMNS : Stage.ADD_COMPUTED_COLUMNS;
        }
        if (change instanceof ColumnChange.Drop drop) {
            return drop.column().generated() == null ? Stage.DROP_COLUMNS : Stage.DROP_COMPUTED_COLUMNS;
        }
        if (change instanceof ColumnChange.Alter alter && alter.aspect() == ColumnAspect.GENERATED) {
            return Stage.DROP_COMPUTED_COLUMNS;
        }
        return Stage.ALTER_COLUMNS;
    }

    private static Stage stage(TablePartChange change) {
        boolean drop = change.isDrop();
        if (change instanceof ForeignKeyChange) {
            return drop ? Stage.DROP_FOREIGN_KEYS : Stage.ADD_FOREIGN_KEYS;
        }
        boolean key = change instanceof PrimaryKeyChange
                || change instanceof UniqueKeyChange
                || change instanceof IndexChange
                || change instanceof CheckChange
                || change instanceof ExclusionChange;
        if (key) {
            return drop ? Stage.DROP_KEYS : Stage.ADD_KEYS;
        }
        return drop ? Stage.DROP_BEHAVIOUR : Stage.CREATE_BEHAVIOUR;
    }

    private static boolean isCreated(SchemaObjectChange change) {
        return change instanceof SequenceChange.Create
                || change instanceof EnumTypeChange.Create
                || change instanceof DomainChange.Create
                || change instanceof CompositeTypeChange.Create
                || change instanceof DefinedTypeChange.Create;
    }

    private static Stage stage(SchemaObjectChange change) {
        if (change instanceof ViewChange || change instanceof MaterialisedViewChange) {
            return change instanceof ViewChange.Create || change instanceof MaterialisedViewChange.Create
                    ? Stage.CREATE_VIEWS
                    : Stage.DROP_VIEWS;
        }
        if (change instanceof SequenceChange.Alter alter && alter.after().owner() != null
                || change instanceof RoutineChange.Alter) {
            return Stage.OWNERS_AND_BODIES;
        }
        if (change instanceof DomainChange.Alter alter) {
            // what it refuses from then on may be in columns that go or get another type
            return alter.isFilled() || !alter.added().isEmpty() ? Stage.TABLES : Stage.DOMAINS;
        }
        boolean drop = change instanceof SequenceChange.Drop
                || change instanceof EnumTypeChange.Drop
                || change instanceof DomainChange.Drop
                || change instanceof CompositeTypeChange.Drop
                || change instanceof DefinedTypeChange.Drop;
        return drop ? Stage.DROP_TYPES : isCreated(change) ? Stage.CREATE_TYPES : Stage.TYPES;
    }
}
