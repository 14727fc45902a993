package dev.dataflow.migrations.analysis;

import static dev.dataflow.migrations.plan.Phase.CONTRACT;
import static dev.dataflow.migrations.plan.Phase.EXPAND;

import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.schema.Routine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL: nearly everything follows; bodies are written anew, and the view can be written by itself. */
final class PostgresTableRename {

    private final RenameParts parts;
    private final boolean invoker;
    private final List<RenameStep> steps = new ArrayList<>();
    private final List<String> byHand = new ArrayList<>();

    PostgresTableRename(RenameParts parts) {
        this.parts = parts;
        invoker = parts.version().atLeast(15);
    }

    TableRename rename() {
        String oldName = parts.oldName();
        String newName = parts.newName();
        steps.add(new RenameStep(
                EXPAND,
                "rename the table",
                List.of(parts.renaming()),
                List.of("ALTER TABLE " + oldName + " RENAME TO " + newName),
                List.of("ALTER TABLE " + newName + " RENAME TO " + oldName)));
        String view = "CREATE VIEW " + oldName + (invoker ? " WITH (security_invoker=true)" : "") + " AS "
                + parts.selection();
        steps.add(new RenameStep(
                EXPAND,
                "create a view of the old name, with the table's grants",
                List.of(new ViewChange.Create(parts.view())),
                List.of(view, grants()),
                List.of("DROP VIEW " + oldName)));
        parts.routines().forEach(this::routine);
        steps.add(new RenameStep(
                CONTRACT,
                "drop the view",
                List.of(new ViewChange.Drop(parts.view())),
                List.of("DROP VIEW " + oldName),
                List.of(view, grants())));
        return parts.rename(steps, byHand, notes());
    }

    private void routine(Routine routine) {
        RoutineText text = RoutineText.of(parts.schema().engine(), routine);
        Optional<String> rewritten = parts.rewriting().ofRoutine(text);
        if (rewritten.isEmpty()) {
            byHand.add("routine " + routine.name() + "(" + routine.arguments() + ") names "
                    + parts.table().name());
            return;
        }
        steps.add(new RenameStep(
                EXPAND,
                "replace the body of " + routine.name() + "(" + routine.arguments() + ")",
                List.of(new RoutineChange.Alter(
                        routine,
                        new Routine(
                                routine.kind(),
                                routine.name(),
                                routine.arguments(),
                                rewritten.get(),
                                routine.options()))),
                List.of(rewritten.get()),
                List.of()));
        // taken back last, when the old name is the table's again
        RenameStep first = steps.get(0);
        List<String> inverse = new ArrayList<>(first.inverse());
        inverse.add(routine.definition());
        steps.set(0, new RenameStep(EXPAND, first.text(), first.changes(), first.statements(), inverse));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(
                "COPY FROM, TRUNCATE, LOCK and new foreign keys need the new name at once",
                "sequences, indexes and constraints keep names that hold the old one"));
        if (!invoker) {
            notes.add("before version 15 the view reads with its owner's rights, also past row security");
        }
        return notes;
    }

    /** Who may do what with the table is known to the server alone, and is asked when the statement runs. */
    private String grants() {
        return """
                DO $dataflow$
                DECLARE entry record;
                BEGIN
                  FOR entry IN
                    SELECT a.grantee, a.privilege_type, '' AS columns, a.is_grantable
                    FROM pg_class c, aclexplode(c.relacl) a
                    WHERE c.oid = %1$s::regclass AND a.grantee <> c.relowner
                      AND a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
                    UNION ALL
                    SELECT a.grantee, a.privilege_type, ' (' || quote_ident(t.attname) || ')', a.is_grantable
                    FROM pg_attribute t, aclexplode(t.attacl) a
                    WHERE t.attrelid = %1$s::regclass AND a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE')
                  LOOP
                    EXECUTE 'GRANT ' || entry.privilege_type || entry.columns || ' ON ' || %2$s || ' TO '
                      || CASE WHEN entry.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(entry.grantee)) END
                      || CASE WHEN entry.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END;
                  END LOOP;
                END $dataflow$""".formatted(literal(parts.newName()), literal(parts.oldName()));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
