package dev.dataflow.migrations.diff;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.wording.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Views that no model has and that name a table which gets another name, on SQLite triggers, too: they have to be made anew,
 * and nobody says with which text.
 */
final class RenamedTexts {

    private RenamedTexts() {}

    /**
     * Looks whether there are some.
     *
     * @param target the schema there is to be, with what stays
     * @param hints the hints about tables
     * @throws SchemaException when there are some
     */
    static void refuse(Schema target, RenameHints hints) {
        List<String> found = new ArrayList<>();
        List<String> flags = new ArrayList<>();
        for (RenameHints.TableHint hint : hints.tables()) {
            Set<String> name = Set.of(hint.from());
            target.views().stream()
                    .filter(view -> Mentions.any(Mentioning.text(view), name))
                    .forEach(view -> note("view " + view.name(), FlagName.of(view.name()), hint, found, flags));
            target.materialisedViews().stream()
                    .filter(view -> Mentions.any(view.definition(), name))
                    .forEach(view ->
                            note("materialised view " + view.name(), FlagName.of(view.name()), hint, found, flags));
            if (target.engine().family() == EngineFamily.SQLITE) {
                target.tables().forEach(table -> triggers(table, hint, found, flags));
            }
        }
        if (!found.isEmpty()) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.CHANGE_UNPLANNABLE,
                            "these renames cannot be planned:\n    " + String.join("\n    ", found),
                            "no model has what names the table, so nobody says with which text it comes back",
                            "let it go with the plan, by " + String.join(" ", flags) + ", and make it anew afterwards"),
                    null);
        }
    }

    private static void triggers(Table table, RenameHints.TableHint hint, List<String> found, List<String> flags) {
        String before = table.name().equals(hint.to()) ? hint.from() : table.name();
        table.triggers().stream()
                .filter(trigger -> Mentions.any(trigger.definition(), Set.of(hint.from())))
                .forEach(trigger ->
                        note("trigger " + trigger.name(), FlagName.of(before, trigger.name()), hint, found, flags));
    }

    private static void note(
            String what, String flag, RenameHints.TableHint hint, List<String> found, List<String> flags) {
        found.add("rename table " + hint.from() + " to " + hint.to() + ", which " + what + " names");
        flags.add("--drop " + ShellWord.of(flag));
    }
}
