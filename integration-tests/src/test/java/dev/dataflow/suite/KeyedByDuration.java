package dev.dataflow.suite;

import dev.dataflow.annotations.Model;
import java.time.Duration;

/** A key of an awkward type. */
@Model(timestamps = false)
public record KeyedByDuration(Duration id, String name) {}
