package dev.dataflow.migrations.rule;

import dev.dataflow.migrations.change.Change;
import org.jspecify.annotations.Nullable;

/**
 * A hazard that is in a step or a statement.
 *
 * @param rule the hazard
 * @param claim what is claimed of it on this server
 * @param table the table; empty when the hazard is to none, or the text names none
 * @param column the column; null when the hazard is to none
 * @param change the typed change; null when the statement was read from a file, or stands in a step for another
 * @param statement the statement
 */
public record Match(
        Rule rule,
        Claim claim,
        String table,
        @Nullable String column,
        @Nullable Change change,
        String statement) {}
