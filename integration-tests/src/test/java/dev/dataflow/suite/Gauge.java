package dev.dataflow.suite;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import dev.dataflow.annotations.Version;

/** Rows with versions that are surfaced. */
@Model(versioned = true)
public record Gauge(
        Long id, @Unique String name, int amount, @Version long version) {}
