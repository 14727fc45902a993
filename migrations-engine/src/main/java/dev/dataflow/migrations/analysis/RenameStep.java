package dev.dataflow.migrations.analysis;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.plan.Phase;
import java.util.List;

/**
 * One step of a rename.
 *
 * @param phase whether it makes the new name and keeps the old one working, or takes the old one away when no program uses it
 * @param text what it does
 * @param changes what it changes
 * @param statements its statements
 * @param inverse the statements that take it back, which are run when those of later steps are
 */
public record RenameStep(
        Phase phase, String text, List<Change> changes, List<String> statements, List<String> inverse) {

    /** Copies the lists. */
    public RenameStep {
        changes = List.copyOf(changes);
        statements = List.copyOf(statements);
        inverse = List.copyOf(inverse);
    }
}
