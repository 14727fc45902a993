package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Operation;
import dev.dataflow.migrations.statement.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows SQLite's way to change a table: another one is made and filled, the old one dropped, and the other gets its name.
 * Read one by one these statements would drop a table with its rows.
 */
final class Rebuilds {

    private Rebuilds() {}

    /** The same operations with one in the place of each rebuild. */
    static List<PlacedOperation> folded(DatabaseEngine engine, List<PlacedOperation> operations) {
        if (engine != DatabaseEngine.SQLITE) {
            return operations;
        }
        List<PlacedOperation> left = new ArrayList<>(operations);
        for (PlacedOperation each : operations) {
            Operation rename = each.operation();
            String old = rename.part(Part.NEW_NAME).orElse("");
            if (rename.action() == Action.RENAME_TABLE
                    && has(left, Action.CREATE_TABLE, rename.table())
                    && has(left, Action.INSERT, rename.table())
                    && has(left, Action.DROP_TABLE, old)) {
                fold(left, rename.table(), old, each);
            }
        }
        return left;
    }

    private static void fold(List<PlacedOperation> left, String other, String old, PlacedOperation rename) {
        int at = left.indexOf(rename);
        PlacedOperation filling = left.stream()
                .filter(each -> is(each, Action.INSERT, other))
                .findFirst()
                .orElse(rename);
        left.set(at, new PlacedOperation(filling.statement(), Operation.of(Action.REBUILD_TABLE, old, null)));
        left.removeIf(each -> is(each, Action.CREATE_TABLE, other)
                || is(each, Action.INSERT, other)
                || is(each, Action.ADD_FOREIGN_KEY, other)
                || is(each, Action.DROP_TABLE, old)
                || each.operation().table().equals("sqlite_sequence"));
    }

    private static boolean has(List<PlacedOperation> operations, Action action, String table) {
        return operations.stream().anyMatch(each -> is(each, action, table));
    }

    private static boolean is(PlacedOperation each, Action action, String table) {
        return each.operation().action() == action && each.operation().table().equals(table);
    }
}
