package dev.dataflow.benchmarks;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;

/** An order. */
@Model(timestamps = false)
public record Sale(
        Long id,
        @References(value = Buyer.class, inverse = "sales") long buyerId,
        String number,
        int priority) {}
