package dev.dataflow.suite;

import dev.dataflow.annotations.Model;
import org.jspecify.annotations.Nullable;

/** Where items stand. */
@Model
public record Shelf(Long id, String label, @Nullable Integer floor) {}
