package dev.dataflow.suite;

import dev.dataflow.annotations.Model;
import java.time.LocalTime;

/** A key of an awkward type. */
@Model(timestamps = false)
public record KeyedByTime(LocalTime id, String name) {}
