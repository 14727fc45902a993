package dev.dataflow.migrations.analysis;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ReferentialAction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody wants to do to a table. */
public sealed interface Operation {

    /** The table's name. */
    String table();

    /** The column's name; null for what concerns the table. */
    default @Nullable String column() {
        return null;
    }

    /** What it does, in words. */
    String describe();

    /** The operation that a change is; empty for changes on which nothing can depend. */
    static Optional<Operation> of(Change change) {
        if (change instanceof TableChange.Drop drop) {
            return Optional.of(new DropTable(drop.table()));
        }
        if (change instanceof TableChange.Rename rename) {
            return Optional.of(new RenameTable(rename.from(), rename.to()));
        }
        if (change instanceof ColumnChange.Drop drop) {
            return Optional.of(new DropColumn(drop.table(), drop.column().name()));
        }
        if (change instanceof ColumnChange.Rename rename) {
            return Optional.of(new RenameColumn(rename.table(), rename.from(), rename.to()));
        }
        if (change instanceof ColumnChange.Alter alter && alter.aspect() == ColumnAspect.TYPE) {
            return Optional.of(new RetypeColumn(
                    alter.table(), alter.before().name(), alter.after().type()));
        }
        return Optional.empty();
    }

    /**
     * Drops a table.
     *
     * @param table the table
     */
    record DropTable(String table) implements Operation {
        @Override
        public String describe() {
            return "drop table " + table;
        }
    }

    /**
     * Gives a table another name.
     *
     * @param table the table
     * @param to its new name
     */
    record RenameTable(String table, String to) implements Operation {
        @Override
        public String describe() {
            return "rename table " + table + " to " + to;
        }
    }

    /**
     * Drops a column.
     *
     * @param table the table
     * @param column the column
     */
    record DropColumn(String table, String column) implements Operation {
        @Override
        public String describe() {
            return "drop column " + table + "." + column;
        }
    }

    /**
     * Gives a column another name.
     *
     * @param table the table
     * @param column the column
     * @param to its new name
     */
    record RenameColumn(String table, String column, String to) implements Operation {
        @Override
        public String describe() {
            return "rename column " + table + "." + column + " to " + to;
        }
    }

    /**
     * Gives a column another type.
     *
     * @param table the table
     * @param column the column
     * @param type its new type
     */
    record RetypeColumn(String table, String column, ColumnType type) implements Operation {
        @Override
        public String describe() {
            return "change the type of " + table + "." + column + " to " + type;
        }
    }

    /**
     * Deletes rows.
     *
     * @param table the table
     */
    record DeleteRows(String table) implements Operation {
        @Override
        public String describe() {
            return "delete rows of " + table;
        }
    }

    /**
     * Empties a table with TRUNCATE; on SQLite, which has none, with a DELETE of all rows.
     *
     * @param table the table
     */
    record TruncateTable(String table) implements Operation {
        @Override
        public String describe() {
            return "truncate " + table;
        }
    }

    /**
     * Gives a foreign key other actions.
     *
     * @param table the table that has the foreign key
     * @param key its name; where it has none, its columns with commas between
     * @param onDelete what it is to do on deletes
     * @param onUpdate what it is to do on updates
     */
    record ChangeAction(String table, String key, ReferentialAction onDelete, ReferentialAction onUpdate)
            implements Operation {
        @Override
        public String describe() {
            return "change foreign key " + table + "." + key + " to ON DELETE " + onDelete.sql() + " ON UPDATE "
                    + onUpdate.sql();
        }
    }
}
