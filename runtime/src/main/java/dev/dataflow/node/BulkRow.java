package dev.dataflow.node;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One row of a bulk call.
 *
 * @param values its values by column position, complete but for a key the database makes, which is filled in
 * @param given the columns the caller set, which an existing row takes over
 */
record BulkRow(@Nullable Object[] values, BitSet given) {}
