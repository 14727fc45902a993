package dev.dataflow.trait;

import dev.dataflow.model.ManagedColumn;

/**
 * A column a trait writes, and what with.
 *
 * @param column the column's position in the model's metadata
 * @param value which value of the call's {@link Stamp}
 */
public record Assignment(int column, ManagedColumn value) {}
