package dev.dataflow.migrations.analysis;

import static dev.dataflow.migrations.plan.Phase.CONTRACT;
import static dev.dataflow.migrations.plan.Phase.EXPAND;

import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** SQLite: the rename rewrites all texts; a view takes writes by triggers only. */
final class SqliteTableRename {

    private final RenameParts parts;
    private final List<Column> written;

    SqliteTableRename(RenameParts parts) {
        this.parts = parts;
        written = parts.table().columns().stream()
                .filter(each -> each.generated() == null)
                .toList();
    }

    TableRename rename() {
        String oldName = parts.oldName();
        String newName = parts.newName();
        List<String> view =
                List.of("CREATE VIEW " + oldName + " AS " + parts.selection(), insert(), update(), delete());
        List<RenameStep> steps = List.of(
                new RenameStep(
                        EXPAND,
                        "rename the table; views, triggers and foreign keys follow",
                        List.of(parts.renaming()),
                        List.of("ALTER TABLE " + oldName + " RENAME TO " + newName),
                        List.of("ALTER TABLE " + newName + " RENAME TO " + oldName)),
                new RenameStep(
                        EXPAND,
                        "create a view of the old name, with triggers that write to the table",
                        List.of(new ViewChange.Create(parts.view())),
                        view,
                        List.of("DROP VIEW " + oldName)),
                new RenameStep(
                        CONTRACT,
                        "drop the view",
                        List.of(new ViewChange.Drop(parts.view())),
                        List.of("DROP VIEW " + oldName),
                        view));
        return parts.rename(steps, List.of(), notes());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(
                "INSERT with ON CONFLICT or OR REPLACE, and last_insert_rowid() need the new name at once",
                "a program that makes tables anew must not have legacy_alter_table on"));
        String defaults = written.stream()
                .filter(each -> each.nullable() && hasDefault(each))
                .map(Column::name)
                .collect(Collectors.joining(", "));
        if (!defaults.isEmpty()) {
            notes.add("inserted by the old name, NULL becomes the default of " + defaults);
        }
        return notes;
    }

    /** A trigger cannot tell NULL from a column that was left out. */
    private String insert() {
        String columns = written.stream().map(each -> parts.quoted(each.name())).collect(Collectors.joining(", "));
        String values = written.stream()
                .map(each -> hasDefault(each)
                        ? "coalesce(NEW." + parts.quoted(each.name()) + ", " + each.defaultValue() + ")"
                        : "NEW." + parts.quoted(each.name()))
                .collect(Collectors.joining(", "));
        return trigger("INSERT", "INSERT INTO " + parts.newName() + " (" + columns + ") VALUES (" + values + ")");
    }

    private static boolean hasDefault(Column column) {
        return column.defaultValue() != null && !column.defaultValue().equalsIgnoreCase("NULL");
    }

    private String update() {
        String assignments = written.stream()
                .map(each -> parts.quoted(each.name()) + " = NEW." + parts.quoted(each.name()))
                .collect(Collectors.joining(", "));
        return trigger("UPDATE", "UPDATE " + parts.newName() + " SET " + assignments + " WHERE " + same());
    }

    private String delete() {
        return trigger("DELETE", "DELETE FROM " + parts.newName() + " WHERE " + same());
    }

    private String trigger(String event, String statement) {
        return "CREATE TRIGGER " + parts.quoted(parts.helper(event.toLowerCase(Locale.ROOT))) + " INSTEAD OF " + event
                + " ON " + parts.oldName() + " BEGIN " + statement + "; END";
    }

    /** By its key; without one by all of it, for rows that are alike in all are one as good as the other. */
    private String same() {
        Table table = parts.table();
        List<String> key = table.primaryKey() != null
                ? table.primaryKey().columns()
                : written.stream().map(Column::name).toList();
        return key.stream()
                .map(each -> parts.quoted(each) + " IS OLD." + parts.quoted(each))
                .collect(Collectors.joining(" AND "));
    }
}
