package dev.dataflow.migrations.plan;

import java.util.List;

/**
 * What clears away what a step leaves behind when it fails half-way, before it is run again or given up.
 *
 * @param query a query that gives a row when something is left
 * @param statements what clears it away
 */
public record Cleanup(String query, List<String> statements) {

    /** Copies the list. */
    public Cleanup {
        statements = List.copyOf(statements);
    }
}
