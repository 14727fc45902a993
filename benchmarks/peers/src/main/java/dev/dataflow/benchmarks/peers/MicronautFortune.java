package dev.dataflow.benchmarks.peers;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of the tests as Micronaut Data's entity. */
@MappedEntity("fortunes")
public record MicronautFortune(@Id long id, String message) {}
