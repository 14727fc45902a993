package dev.dataflow.migrations.rule;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Operation;
import dev.dataflow.migrations.statement.Part;
import dev.dataflow.migrations.statement.Trait;
import java.util.List;

/** The operations that a typed change is, where no statement shows them one by one. */
final class ChangeOperation {

    private ChangeOperation() {}

    static List<Operation> of(Change change) {
        if (change instanceof ColumnChange column) {
            return column(column);
        }
        if (change instanceof ForeignKeyChange key) {
            return List.of(Operation.of(
                            key.isDrop() ? Action.DROP_FOREIGN_KEY : Action.ADD_FOREIGN_KEY,
                            key.table(),
                            key.key().name())
                    .with(Part.COLUMNS, String.join(",", key.key().columns())));
        }
        if (change instanceof CheckChange check) {
            Action action = check.isDrop() ? Action.DROP_CHECK : Action.ADD_CHECK;
            return List.of(Operation.of(action, check.table(), check.check().name())
                    .with(Part.EXPRESSION, check.check().expression()));
        }
        if (change instanceof UniqueKeyChange key) {
            Action action = key.isDrop() ? Action.DROP_UNIQUE : Action.ADD_UNIQUE;
            return List.of(Operation.of(action, key.table(), key.key().name())
                    .with(Part.COLUMNS, String.join(",", key.key().columns())));
        }
        if (change instanceof PrimaryKeyChange key) {
            return List.of(
                    Operation.of(key.isDrop() ? Action.DROP_PRIMARY_KEY : Action.ADD_PRIMARY_KEY, key.table(), null));
        }
        if (change instanceof IndexChange index) {
            return List.of(Operation.of(
                            index.isDrop() ? Action.DROP_INDEX : Action.CREATE_INDEX,
                            index.table(),
                            index.index().name())
                    .withIf(index.index().unique(), Trait.UNIQUE)
                    .with(Part.COLUMNS, String.join(",", index.index().columns())));
        }
        return change instanceof TableChange.AlterOptions alter
                ? List.of(Operation.of(Action.SET_TABLE_OPTION, alter.table(), null))
                : List.of();
    }

    private static List<Operation> column(ColumnChange change) {
        if (change instanceof ColumnChange.Add add) {
            return List.of(added(add.table(), add.column()));
        }
        if (change instanceof ColumnChange.Drop drop) {
            return List.of(
                    Operation.of(Action.DROP_COLUMN, drop.table(), drop.column().name()));
        }
        if (change instanceof ColumnChange.Rename rename) {
            return List.of(Operation.of(Action.RENAME_COLUMN, rename.table(), rename.from())
                    .with(Part.NEW_NAME, rename.to()));
        }
        ColumnChange.Alter alter = (ColumnChange.Alter) change;
        return List.of(Operation.of(action(alter), alter.table(), alter.after().name())
                .with(Part.TYPE, alter.after().type().sql()));
    }

    private static Operation added(String table, Column column) {
        Operation add = Operation.of(Action.ADD_COLUMN, table, column.name())
                .with(Part.TYPE, column.type().sql())
                .withIf(!column.nullable(), Trait.NOT_NULL)
                .withIf(column.identity() != null, Trait.IDENTITY);
        if (column.generated() != null) {
            add = add.with(column.generated().stored() ? Trait.STORED : Trait.VIRTUAL);
        }
        return column.defaultValue() == null ? add : add.with(Part.DEFAULT, column.defaultValue());
    }

    /** What one aspect of a column is changed by. */
    static Action action(ColumnChange.Alter alter) {
        return switch (alter.aspect()) {
            case TYPE, COLLATION -> Action.ALTER_TYPE;
            case GENERATED -> Action.ALTER_EXPRESSION;
            case NULLABILITY -> alter.after().nullable() ? Action.DROP_NOT_NULL : Action.SET_NOT_NULL;
            case DEFAULT -> Action.ALTER_DEFAULT;
            case IDENTITY -> Action.ALTER_IDENTITY;
            case OPTIONS -> Action.SET_TABLE_OPTION;
        };
    }
}
