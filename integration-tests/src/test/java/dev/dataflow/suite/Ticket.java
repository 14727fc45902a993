package dev.dataflow.suite;

import dev.dataflow.annotations.Model;

/** Nothing but a key. */
@Model(timestamps = false)
public record Ticket(int id) {}
