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
        boolean rebuilt = false;
        for (int at = 0; at < left.size(); at++) {
            Operation rename = left.get(at).operation();
            String other = rename.table();
            int first =
                    rename.action() == Action.RENAME_TABLE ? last(left.subList(0, at), Action.CREATE_TABLE, other) : -1;
            if (first >= 0) {
                List<PlacedOperation> way = left.subList(first, at + 1);
                String old = rename.part(Part.NEW_NAME).orElse("");
                int dropped = last(way, Action.DROP_TABLE, old);
                if (dropped >= 0 && last(way, Action.INSERT, other) >= 0) {
                    fold(way, other, old, dropped);
                    at = first + way.size() - 1;
                    rebuilt = true;
                }
            }
        }
        if (rebuilt) {
            left.removeIf(each -> each.operation().table().equals("sqlite_sequence"));
        }
        return left;
    }

    /** What stands elsewhere, or drops a table of that name in another schema, is none of it. */
    private static void fold(List<PlacedOperation> way, String other, String old, int dropped) {
        PlacedOperation filling = way.stream()
                .filter(each -> is(each, Action.INSERT, other))
                .findFirst()
                .orElseThrow();
        way.set(
                way.size() - 1,
                new PlacedOperation(filling.statement(), Operation.of(Action.REBUILD_TABLE, old, null)));
        way.remove(dropped);
        way.removeIf(each -> is(each, Action.CREATE_TABLE, other)
                || is(each, Action.INSERT, other)
                || is(each, Action.ADD_FOREIGN_KEY, other));
    }

    /** The last place of an action on a table; -1 where there is none. */
    private static int last(List<PlacedOperation> operations, Action action, String table) {
        for (int i = operations.size() - 1; i >= 0; i--) {
            if (is(operations.get(i), action, table)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean is(PlacedOperation each, Action action, String table) {
        return each.operation().action() == action && each.operation().table().equals(table);
    }
}
