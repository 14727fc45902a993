package dev.dataflow.benchmarks.peers;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

/** A row of the tests as Micronaut Data's entity. */
@MappedEntity("worlds")
public record MicronautWorld(
        @Id long id, @MappedProperty("random_number") int randomNumber) {}
