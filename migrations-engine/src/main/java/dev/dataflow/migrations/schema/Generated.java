package dev.dataflow.migrations.schema;

/**
 * How a database computes a column.
 *
 * @param expression what of, as the server writes it
 * @param stored whether the value is kept, else it is computed when it is read
 */
public record Generated(String expression, boolean stored) {}
