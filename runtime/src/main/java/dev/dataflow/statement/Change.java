package dev.dataflow.statement;

import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A column an update writes.
 *
 * @param column the column's position in the model's metadata
 * @param expression what it is set to; null for a value of the call's row
 */
public record Change(int column, @Nullable Field<?> expression) {}
