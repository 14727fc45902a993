package dev.dataflow.node;

import java.util.List;

/**
 * A statement and how the database would run it.
 *
 * @param sql the statement, with {@code ?} for its values
 * @param plan the database's plan, line by line, in its own words
 */
public record Explanation(String sql, List<String> plan) {

    /** Copies the list. */
    public Explanation {
        plan = List.copyOf(plan);
    }
}
