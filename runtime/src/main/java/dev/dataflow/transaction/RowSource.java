package dev.dataflow.transaction;

import dev.dataflow.statement.Arguments;
import dev.dataflow.trait.Stamp;

/**
 * The rows that a statement made for one row is executed for.
 *
 * @param arguments their values
 * @param count how many
 * @param stamp the values of managed columns
 */
public record RowSource(Arguments arguments, int count, Stamp stamp) {}
