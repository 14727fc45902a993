package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnAspect;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Differences around the one transaction in which policies, triggers, views, constraints and what else may not be missed go
 * and come back, with all that needs them out of its way. What commits goes before it or after it, and where it can do
 * neither, it is made inside in its plain form.
 *
 * @param before what comes first
 * @param inside what one transaction makes; empty when nothing comes back
 * @param after what comes last
 */
record PostgresWindow(List<Change> before, List<Change> inside, List<Change> after) {

    private enum Place {
        BEFORE,
        INSIDE,
        AFTER
    }

    /**
     * Puts differences before, into and after the transaction.
     *
     * @param changes the differences, in their order
     * @param commits whether the steps of one cannot be in a transaction with others
     */
    static PostgresWindow of(List<Change> changes, Predicate<Change> commits) {
        Returning returning = new Returning(changes);
        if (returning.isEmpty() || changes.stream().noneMatch(commits)) {
            return new PostgresWindow(changes, List.of(), List.of());
        }
        Places places = new Places(changes, returning, commits);
        PostgresWindow window = new PostgresWindow(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Change change : changes) {
            switch (places.of(change)) {
                case BEFORE -> window.before.add(change);
                case INSIDE -> window.inside.add(change);
                case AFTER -> window.after.add(change);
            }
        }
        return window;
    }

    private record Places(List<Change> changes, Returning returning, Predicate<Change> commits) {

        Place of(Change change) {
            if (change instanceof EnumTypeChange.AddValue) {
                return Place.BEFORE;
            }
            if (isType(change)) {
                return isFree() ? Place.BEFORE : Place.INSIDE;
            }
            if (!commits.test(change) || returning.has(change)) {
                return Place.INSIDE;
            }
            if (change instanceof IndexChange.Drop drop) {
                return mayGoFirst(drop) ? Place.BEFORE : Place.INSIDE;
            }
            if (change instanceof ColumnChange.Add) {
                return isFree() ? Place.BEFORE : Place.INSIDE;
            }
            return isNeeded(change) ? Place.INSIDE : Place.AFTER;
        }

        /** Columns that come need them. */
        private static boolean isType(Change change) {
            return change instanceof SequenceChange.Create
                    || change instanceof EnumTypeChange.Create
                    || change instanceof DomainChange.Create
                    || change instanceof CompositeTypeChange.Create
                    || change instanceof DefinedTypeChange.Create;
        }

        /** Whether what comes needs neither a new name, nor one that somebody else has, nor a function. */
        private boolean isFree() {
            return changes.stream()
                    .noneMatch(change -> isRename(change)
                            || change instanceof RoutineChange
                            || (change instanceof ViewChange.Drop || change instanceof MaterialisedViewChange.Drop)
                                    && !returning.has(change));
        }

        /** What takes it back names the table and its columns as they are before the renames. */
        private boolean mayGoFirst(IndexChange.Drop drop) {
            return changes.stream()
                    .noneMatch(change ->
                            isRename(change) || drop.index().unique() && change instanceof ForeignKeyChange.Drop);
        }

        /** Whether something that comes back stands on it. */
        private boolean isNeeded(Change change) {
            if (change instanceof PrimaryKeyChange.Add add) {
                return returning.pointsTo(add.table());
            }
            if (change instanceof UniqueKeyChange.Add add) {
                return returning.pointsTo(add.table());
            }
            if (change instanceof IndexChange.Create create) {
                return create.index().unique() && returning.pointsTo(create.table());
            }
            if (change instanceof ColumnChange.Alter alter) {
                return changes.stream()
                        .anyMatch(each -> standsOn(each, alter)
                                && (each instanceof ColumnChange.Alter || of(each) == Place.INSIDE));
            }
            return !(change instanceof CheckChange.Add || change instanceof ForeignKeyChange.Add);
        }

        /** A primary key and numbers of its own need a column that is not NULL. */
        private static boolean standsOn(Change change, ColumnChange.Alter column) {
            return change instanceof PrimaryKeyChange.Add key
                            && key.table().equals(column.table())
                            && key.key().columns().contains(column.after().name())
                    || change instanceof ColumnChange.Alter alter
                            && alter.aspect() == ColumnAspect.IDENTITY
                            && alter.table().equals(column.table())
                            && alter.after().equals(column.after());
        }

        private static boolean isRename(Change change) {
            return change instanceof TableChange.Rename || change instanceof ColumnChange.Rename;
        }
    }
}
