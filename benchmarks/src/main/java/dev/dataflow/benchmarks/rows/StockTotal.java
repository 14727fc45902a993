package dev.dataflow.benchmarks.rows;

import java.math.BigDecimal;

/**
 * A group of an aggregate.
 *
 * @param listed what rows are grouped by
 * @param count how many rows
 * @param stock the sum of their stock
 * @param price the highest price
 */
public record StockTotal(boolean listed, long count, long stock, BigDecimal price) {}
