package dev.dataflow.migrations.analysis;

import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.identifier.ObjectName;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Routine;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.View;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a rename on any database needs.
 *
 * @param schema the schema there is
 * @param version the database's version
 * @param names its names
 * @param table the table
 * @param to its new name
 * @param dependants what depends on the table
 */
record RenameParts(
        Schema schema, ServerVersion version, SchemaNames names, Table table, String to, List<Dependant> dependants) {

    NameRewriting rewriting() {
        return new NameRewriting(schema.engine(), names, table.name(), to);
    }

    String quoted(String name) {
        return Quoting.of(schema.engine()).quote(name);
    }

    String oldName() {
        return quoted(table.name());
    }

    String newName() {
        return quoted(to);
    }

    /** All columns, under their names. */
    String selection() {
        return "SELECT "
                + Quoting.of(schema.engine())
                        .quoteAll(table.columns().stream().map(Column::name).toList())
                + " FROM " + newName();
    }

    TableChange.Rename renaming() {
        return new TableChange.Rename(table.name(), to);
    }

    /** The view of the old name. */
    View view() {
        return View.of(table.name(), selection());
    }

    /** The dependants that break and are of this kind. */
    Stream<Dependant> broken(ObjectKind kind) {
        return dependants.stream()
                .filter(each -> each.kind() == kind && each.outcome().effect() == Effect.BREAKS);
    }

    Stream<Routine> routines() {
        return schema.routines().stream()
                .filter(routine -> broken(ObjectKind.ROUTINE)
                        .anyMatch(each -> each.name().equals(routine.name())
                                || each.name().equals(routine.name() + "(" + routine.arguments() + ")")));
    }

    /** A name for something that is there for the rename only. */
    String helper(String what) {
        return ObjectName.of("dataflow", table.name(), what);
    }

    TableRename rename(List<RenameStep> steps, List<String> byHand, List<String> notes) {
        return new TableRename(schema.engine(), version, table.name(), to, dependants, steps, byHand, notes);
    }
}
