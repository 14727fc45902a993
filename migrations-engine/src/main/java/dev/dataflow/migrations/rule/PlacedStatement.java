package dev.dataflow.migrations.rule;

import java.util.Set;

/**
 * A statement in its place.
 *
 * @param sql its text
 * @param line its line in a file; 1 in a plan
 * @param step the step's place in its plan; 0 in a file
 * @param transaction the number of its transaction, from 1; 0 when it is in none
 * @param batched whether it is run batch by batch
 * @param lockTimeout whether it gives up when it waits long for a lock
 * @param newTables its tables that the text itself has made before it, or makes in it
 */
record PlacedStatement(
        String sql, int line, int step, int transaction, boolean batched, boolean lockTimeout, Set<String> newTables) {}
