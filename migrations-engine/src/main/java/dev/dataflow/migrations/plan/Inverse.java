package dev.dataflow.migrations.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What takes a step back.
 *
 * @param statements the statements; empty when there are none
 * @param missing what does not come back by them, or why there are none; null when all is as before
 */
public record Inverse(List<String> statements, @Nullable String missing) {

    /** Copies the list. */
    public Inverse {
        statements = List.copyOf(statements);
    }
}
