package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.SchemaObjectChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.script.PartText;
import java.util.ArrayList;
import java.util.List;

/** SQLite's statements for what can be done in place. */
final class SqliteStatements {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private final PartText text = new PartText(DatabaseEngine.SQLITE);
    private final Creations creations = new Creations(DatabaseEngine.SQLITE);

    List<String> of(List<Change> changes) {
        List<String> statements = new ArrayList<>();
        changes.forEach(change -> statements.addAll(creations.of(change).orElseGet(() -> List.of(of(change)))));
        return statements;
    }

    /** A column that may no longer be NULL. */
    static String notNull(String table, Column column) {
        return "ALTER TABLE " + QUOTING.quote(table) + " ALTER COLUMN " + QUOTING.quote(column.name())
                + " SET NOT NULL";
    }

    private String of(Change change) {
        if (change instanceof TableChange.Rename rename) {
            return "ALTER TABLE " + QUOTING.quote(rename.from()) + " RENAME TO " + QUOTING.quote(rename.to());
        }
        if (change instanceof TableChange.Drop drop) {
            return "DROP TABLE " + QUOTING.quote(drop.table());
        }
        if (change instanceof ColumnChange column) {
            return "ALTER TABLE " + QUOTING.quote(column.table()) + " " + column(column);
        }
        if (change instanceof CheckChange check) {
            String name = QUOTING.quote(String.valueOf(check.check().name()));
            return "ALTER TABLE " + QUOTING.quote(check.table())
                    + (check.isDrop()
                            ? " DROP CONSTRAINT " + name
                            : " ADD CONSTRAINT " + name + " CHECK ("
                                    + check.check().expression() + ")");
        }
        if (change instanceof IndexChange.Create create) {
            return text.createIndex(create.table(), create.index());
        }
        if (change instanceof IndexChange.Drop drop) {
            return "DROP INDEX " + QUOTING.quote(drop.index().name());
        }
        if (change instanceof TriggerChange.Drop drop) {
            return "DROP TRIGGER " + QUOTING.quote(drop.trigger().name());
        }
        return "DROP VIEW " + QUOTING.quote(((SchemaObjectChange) change).name());
    }

    private String column(ColumnChange change) {
        if (change instanceof ColumnChange.Add add) {
            return "ADD COLUMN " + text.column(add.column());
        }
        if (change instanceof ColumnChange.Rename rename) {
            return "RENAME COLUMN " + QUOTING.quote(rename.from()) + " TO " + QUOTING.quote(rename.to());
        }
        if (change instanceof ColumnChange.Alter alter) {
            return "ALTER COLUMN " + QUOTING.quote(alter.after().name())
                    + (alter.after().nullable() ? " DROP NOT NULL" : " SET NOT NULL");
        }
        return "DROP COLUMN "
                + QUOTING.quote(((ColumnChange.Drop) change).column().name());
    }
}
