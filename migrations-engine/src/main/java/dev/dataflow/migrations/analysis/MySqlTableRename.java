package dev.dataflow.migrations.analysis;

import static dev.dataflow.migrations.plan.Phase.CONTRACT;
import static dev.dataflow.migrations.plan.Phase.EXPAND;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.schema.Routine;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.Trigger;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * MySQL and MariaDB: texts that name the table are made anew, and so that the old name is there at every moment, a stand-in
 * of the new name lets the view be made before one RENAME TABLE swaps all three names.
 */
final class MySqlTableRename {

    private final RenameParts parts;
    private final List<RenameStep> steps = new ArrayList<>();
    private final List<String> byHand = new ArrayList<>();

    MySqlTableRename(RenameParts parts) {
        this.parts = parts;
    }

    TableRename rename() {
        String oldName = parts.oldName();
        String newName = parts.newName();
        String view = parts.quoted(parts.helper("view"));
        String standIn = parts.quoted(parts.helper("stand_in"));
        steps.add(new RenameStep(
                EXPAND,
                "rename the table and put a view in its place, in one statement",
                List.of(parts.renaming(), new ViewChange.Create(parts.view())),
                List.of(
                        "CREATE TABLE " + newName + " LIKE " + oldName,
                        "CREATE SQL SECURITY DEFINER VIEW " + view + " AS " + parts.selection(),
                        "RENAME TABLE " + newName + " TO " + standIn + ", " + oldName + " TO " + newName + ", " + view
                                + " TO " + oldName,
                        "DROP TABLE " + standIn),
                List.of(
                        "RENAME TABLE " + oldName + " TO " + view + ", " + newName + " TO " + oldName,
                        "DROP VIEW " + view)));
        views();
        triggers();
        parts.routines().forEach(this::routine);
        steps.add(new RenameStep(
                CONTRACT,
                "drop the view",
                List.of(new ViewChange.Drop(parts.view())),
                List.of("DROP VIEW " + oldName),
                List.of("CREATE SQL SECURITY DEFINER VIEW " + oldName + " AS " + parts.selection())));
        return parts.rename(
                steps,
                byHand,
                List.of(
                        "TRUNCATE, LOAD DATA, LOCK TABLES and new foreign keys need the new name at once",
                        "grants on the table stay with the old name, where the view obeys them; for the new name list them:"
                                + " SELECT * FROM information_schema.TABLE_PRIVILEGES WHERE TABLE_SCHEMA = DATABASE() AND"
                                + " TABLE_NAME = '" + parts.table().name().replace("'", "''") + "'",
                        "between the two statements that make a trigger or a routine anew there is none"));
    }

    private void views() {
        for (View view : parts.schema().views()) {
            if (parts.broken(ObjectKind.VIEW).noneMatch(each -> each.name().equals(view.name()))) {
                continue;
            }
            Optional<View> other = parts.rewriting()
                    .of(view.definition())
                    .map(text -> new View(view.name(), text, view.triggers(), view.rules(), view.options()));
            replace("view " + view.name(), new ViewChange.Drop(view), new ViewChange.Create(view), other.map(each ->
                    (Change) new ViewChange.Create(each)));
        }
    }

    private void triggers() {
        for (Table table : parts.schema().tables()) {
            for (Trigger trigger : table.triggers()) {
                if (parts.broken(ObjectKind.TRIGGER)
                        .noneMatch(each -> each.name().equals(trigger.name()))) {
                    continue;
                }
                boolean own = table == parts.table();
                String name = own ? parts.to() : table.name();
                Optional<String> text = own
                        ? parts.rewriting().ofOwnTrigger(trigger.definition())
                        : parts.rewriting().of(trigger.definition());
                replace(
                        "trigger " + trigger.name(),
                        new TriggerChange.Drop(name, trigger),
                        new TriggerChange.Create(table.name(), trigger),
                        text.map(each ->
                                new TriggerChange.Create(name, new Trigger(trigger.name(), each, trigger.options()))));
            }
        }
    }

    private void routine(Routine routine) {
        replace(
                routine.kind().name().toLowerCase(Locale.ROOT) + " " + routine.name(),
                new RoutineChange.Drop(routine),
                new RoutineChange.Create(routine),
                parts.rewriting()
                        .of(routine.definition())
                        .map(text -> new RoutineChange.Create(new Routine(
                                routine.kind(), routine.name(), routine.arguments(), text, routine.options()))));
    }

    /** What is taken back is made again last, when the old name is the table's again. */
    private void replace(String what, Change drop, Change before, Optional<? extends Change> after) {
        if (after.isEmpty()) {
            byHand.add(what + " names " + parts.table().name());
            return;
        }
        steps.add(new RenameStep(
                EXPAND,
                "make " + what + " anew, with the new name",
                List.of(drop, after.get()),
                statements(drop, after.get()),
                statements(drop)));
        RenameStep first = steps.get(0);
        List<String> inverse = new ArrayList<>(first.inverse());
        inverse.addAll(statements(before));
        steps.set(0, new RenameStep(EXPAND, first.text(), first.changes(), first.statements(), inverse));
    }

    /** Each by itself: a plan puts off what goes. */
    private List<String> statements(Change... changes) {
        return Stream.of(changes)
                .map(change -> new SchemaDiff(parts.schema(), parts.schema(), List.of(change), List.of()))
                .flatMap(diff -> Plan.of(diff).steps().stream())
                .flatMap(step -> step.statements().stream())
                .toList();
    }
}
