package dev.dataflow.benchmarks.web;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;

/** One of twelve sayings. */
@Model(timestamps = false)
public record Fortune(
        @Id(generation = Id.Generation.ASSIGNED) Long id, String message) {}
