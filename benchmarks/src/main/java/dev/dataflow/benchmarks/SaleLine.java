package dev.dataflow.benchmarks;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;

/** A line of an order. */
@Model(timestamps = false)
public record SaleLine(
        Long id,
        @References(value = Sale.class, inverse = "lines") long saleId,
        String article,
        int quantity) {}
