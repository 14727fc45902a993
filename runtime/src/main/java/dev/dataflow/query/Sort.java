package dev.dataflow.query;

/**
 * One step of an order.
 *
 * @param column the column's position in the model's metadata
 * @param descending from large to small; NULL is smallest
 */
public record Sort(int column, boolean descending) {}
