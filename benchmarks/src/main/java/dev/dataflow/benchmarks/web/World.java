package dev.dataflow.benchmarks.web;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;

/** One of 10,000 rows with a number from 1 to 10,000. */
@Model(timestamps = false)
public record World(@Id(generation = Id.Generation.ASSIGNED) Long id, int randomNumber) {}
