package dev.dataflow.benchmarks;

import dev.dataflow.annotations.Model;

/** Who orders. */
@Model(timestamps = false)
public record Buyer(Long id, String name, String email) {}
