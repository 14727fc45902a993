package dev.dataflow.benchmarks;

import java.util.List;

/**
 * An order with its customer and lines.
 *
 * @param id its key
 * @param number its number
 * @param buyer who ordered
 * @param lines what was ordered
 */
public record SaleView(Long id, String number, Buyer buyer, List<SaleLine> lines) {}
