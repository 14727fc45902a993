package dev.dataflow.migrations.analysis;

import java.util.List;

/**
 * What an operation does to foreign keys and by them to rows.
 *
 * @param operation the operation
 * @param keys the foreign keys it concerns, and what happens to each
 * @param reach how far deleted rows reach, where rows are deleted; else without steps
 * @param plan how to do it safely
 */
public record ForeignKeyImpact(Operation operation, List<KeyImpact> keys, CascadeReach reach, SafePlan plan) {

    /** Copies the list. */
    public ForeignKeyImpact {
        keys = List.copyOf(keys);
    }

    /** The impact as trees, to be printed. */
    public String text() {
        return TextTree.of(operation.describe(), keys, KeyImpact::text, key -> List.of())
                + (reach.steps().isEmpty() ? "" : reach.text())
                + TextTree.of("safely", plan.lines(), line -> line, line -> List.of());
    }
}
