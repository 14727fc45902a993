package dev.dataflow.migrations.rule;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ExclusionChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.SchemaObjectChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Operation;
import dev.dataflow.migrations.statement.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the typed changes that an operation of a statement stands for, and what its text alone does not say. */
final class ChangeSearch {

    private final List<Change> changes;
    private final List<Change> ofPlan;
    private final List<Occurrence> earlier;

    /**
     * Searches.
     *
     * @param changes the changes of the operation's step
     * @param ofPlan the changes of all steps: one that completes another has none of its own
     * @param earlier what comes before
     */
    ChangeSearch(List<Change> changes, List<Change> ofPlan, List<Occurrence> earlier) {
        this.changes = changes;
        this.ofPlan = ofPlan;
        this.earlier = earlier;
    }

    /** The operation with its change; several where MySQL says a column anew that differs in several ways. */
    List<ChangedOperation> find(Operation operation) {
        return switch (operation.action()) {
            case MODIFY_COLUMN -> modified(operation);
            case DROP_CONSTRAINT, DROP_INDEX -> List.of(dropped(operation));
            default -> List.of(new ChangedOperation(operation, change(operation).orElse(null)));
        };
    }

    private List<ChangedOperation> modified(Operation operation) {
        List<ChangedOperation> found = modified(operation, changes);
        if (found.isEmpty()) {
            found = modified(operation, ofPlan);
        }
        return found.isEmpty() ? List.of(new ChangedOperation(operation, null)) : found;
    }

    private static List<ChangedOperation> modified(Operation operation, List<Change> among) {
        List<ChangedOperation> found = new ArrayList<>();
        for (Change change : among) {
            if (change instanceof ColumnChange.Alter alter
                    && alter.table().equals(operation.table())
                    && alter.after().name().equals(operation.object())) {
                found.add(new ChangedOperation(operation.as(ChangeOperation.action(alter)), alter));
            } else if (change instanceof ColumnChange.Add add && isColumn(operation, add)) {
                // it came as NULL before
                found.add(new ChangedOperation(operation.as(Action.SET_NOT_NULL), add));
            } else if (change instanceof CheckChange check && isOwnCheck(operation, check, among)) {
                found.add(new ChangedOperation(operation.as(action(check)), check));
            }
        }
        return found;
    }

    /** MariaDB keeps a check with its column; one that came with the column changes nothing any more. */
    private static boolean isOwnCheck(Operation operation, CheckChange check, List<Change> among) {
        return check.check().keptInColumn()
                && check.table().equals(operation.table())
                && Objects.equals(check.check().name(), operation.object())
                && among.stream()
                        .noneMatch(change -> change instanceof ColumnChange.Add add && isColumn(operation, add));
    }

    private static Action action(CheckChange check) {
        return check.isDrop() ? Action.DROP_CHECK : Action.ADD_CHECK;
    }

    private static boolean isColumn(Operation operation, ColumnChange.Add add) {
        return add.table().equals(operation.table()) && add.column().name().equals(operation.object());
    }

    /** The text says no more than a name. */
    private ChangedOperation dropped(Operation operation) {
        for (Change change : changes) {
            if (change instanceof TablePartChange part
                    && part.isDrop()
                    && Objects.equals(name(part), operation.object())) {
                Action action = action(part);
                Operation known = operation.table().isEmpty()
                        ? Operation.of(action, part.table(), operation.object())
                                .withIf(operation.has(Trait.CONCURRENT), Trait.CONCURRENT)
                        : operation.as(action);
                return new ChangedOperation(known, change);
            }
        }
        return new ChangedOperation(added(operation).map(operation::as).orElse(operation), null);
    }

    private static Action action(TablePartChange part) {
        if (part instanceof ForeignKeyChange) {
            return Action.DROP_FOREIGN_KEY;
        }
        if (part instanceof CheckChange) {
            return Action.DROP_CHECK;
        }
        if (part instanceof PrimaryKeyChange) {
            return Action.DROP_PRIMARY_KEY;
        }
        return part instanceof IndexChange ? Action.DROP_INDEX : Action.DROP_UNIQUE;
    }

    /** What went in under this name before, in the same plan or file. */
    private Optional<Action> added(Operation operation) {
        return earlier.stream()
                .map(Occurrence::operation)
                .filter(each ->
                        each.table().equals(operation.table()) && Objects.equals(each.object(), operation.object()))
                .flatMap(each -> switch (each.action()) {
                    case ADD_FOREIGN_KEY -> Stream.of(Action.DROP_FOREIGN_KEY);
                    case ADD_CHECK, ADD_NOT_NULL -> Stream.of(Action.DROP_CHECK);
                    case ADD_UNIQUE, ADD_EXCLUSION -> Stream.of(Action.DROP_UNIQUE);
                    case ADD_PRIMARY_KEY -> Stream.of(Action.DROP_PRIMARY_KEY);
                    default -> Stream.empty();
                })
                .findFirst();
    }

    private Optional<Change> change(Operation operation) {
        Optional<Change> named =
                changes.stream().filter(change -> isOf(change, operation)).findFirst();
        return named.isEmpty() && changes.size() == 1 ? Optional.of(changes.get(0)) : named;
    }

    private static boolean isOf(Change change, Operation operation) {
        String object = operation.object();
        if (change instanceof ColumnChange.Alter alter) {
            return alter.table().equals(operation.table())
                    && alter.after().name().equals(object)
                    && ChangeOperation.action(alter) == operation.action();
        }
        if (change instanceof ColumnChange.Rename rename) {
            return operation.action() == Action.RENAME_COLUMN && rename.from().equals(object);
        }
        if (change instanceof ColumnChange column) {
            String name = column instanceof ColumnChange.Add add
                    ? add.column().name()
                    : ((ColumnChange.Drop) column).column().name();
            boolean add = operation.action() == Action.ADD_COLUMN;
            return column.table().equals(operation.table())
                    && name.equals(object)
                    && (add || operation.action() == Action.DROP_COLUMN)
                    && add == change instanceof ColumnChange.Add;
        }
        if (change instanceof TablePartChange part) {
            return Objects.equals(name(part), object)
                    && (object != null || part.table().equals(operation.table()));
        }
        if (change instanceof SchemaObjectChange named) {
            return named.name().equals(object) || named.name().equals(operation.table());
        }
        return ((TableChange) change).table().equals(operation.table()) && object == null;
    }

    private static @Nullable String name(TablePartChange part) {
        if (part instanceof ForeignKeyChange key) {
            return key.key().name();
        }
        if (part instanceof CheckChange check) {
            return check.check().name();
        }
        if (part instanceof UniqueKeyChange key) {
            return key.key().name();
        }
        if (part instanceof PrimaryKeyChange key) {
            return key.key().name();
        }
        if (part instanceof ExclusionChange exclusion) {
            return exclusion.exclusion().name();
        }
        if (part instanceof IndexChange index) {
            return index.index().name();
        }
        return part instanceof TriggerChange trigger ? trigger.trigger().name() : null;
    }
}
