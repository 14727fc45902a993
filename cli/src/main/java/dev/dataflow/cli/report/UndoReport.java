package dev.dataflow.cli.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What takes a step back.
 *
 * @param statements the statements; empty for none
 * @param missing what does not come back by them; null when all does
 */
public record UndoReport(List<String> statements, @Nullable String missing) {

    /** Copies the list. */
    public UndoReport {
        statements = List.copyOf(statements);
    }

    /** In a few words. */
    public String summary() {
        if (missing == null) {
            return statements.isEmpty() ? "nothing to do" : "complete";
        }
        return statements.isEmpty() ? "none" : "in part";
    }
}
