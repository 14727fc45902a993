package dev.dataflow.migrations.reader.sqlite;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Deferral;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stands after REFERENCES. */
final class ForeignKeyClause {

    private ForeignKeyClause() {}

    /** Reads from the target on. Without target columns, the list is empty. */
    static ForeignKey read(Cursor cursor, @Nullable String name, List<String> columns) {
        String target = cursor.name();
        List<String> targets = cursor.peek().isSymbol("(") ? names(cursor) : List.of();
        ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        Deferral deferral = Deferral.NONE;
        while (true) {
            if (cursor.skip("ON", "DELETE")) {
                onDelete = action(cursor);
            } else if (cursor.skip("ON", "UPDATE")) {
                onUpdate = action(cursor);
            } else if (cursor.skip("MATCH")) {
                cursor.name(); // it is read and does nothing
            } else if (cursor.skip("NOT", "DEFERRABLE")) {
                initially(cursor);
            } else if (cursor.skip("DEFERRABLE")) {
                deferral = initially(cursor) ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE;
            } else {
                return new ForeignKey(
                        name,
                        columns,
                        TableName.of(target),
                        targets,
                        onDelete,
                        onUpdate,
                        deferral,
                        true,
                        new TreeMap<>());
            }
        }
    }

    static List<String> names(Cursor cursor) {
        return Expressions.parts(cursor.parenthesised()).stream()
                .map(part -> part.get(0).text())
                .toList();
    }

    private static boolean initially(Cursor cursor) {
        boolean deferred = cursor.skip("INITIALLY", "DEFERRED");
        cursor.skip("INITIALLY", "IMMEDIATE");
        return deferred;
    }

    private static ReferentialAction action(Cursor cursor) {
        for (ReferentialAction action : ReferentialAction.values()) {
            if (cursor.skip(action.sql().split(" "))) {
                return action;
            }
        }
        throw cursor.unexpected("an action");
    }
}
