package dev.dataflow.suite;

import dev.dataflow.annotations.Model;
import java.time.Instant;

/** A key of an awkward type. */
@Model(timestamps = false)
public record KeyedByInstant(Instant id, String name) {}
