package dev.dataflow.docs;

import dev.dataflow.annotations.Model;
import java.time.Duration;
import java.time.OffsetDateTime;

/** The guide's example of times with offsets and of durations. */
// docs:departure
@Model(timestamps = false)
public record Departure(Long id, String line, OffsetDateTime leavesAt, Duration delay) {}
// docs:end
