package dev.dataflow.benchmarks.peers;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row as Micronaut Data's entity. */
@MappedEntity("offers")
public record MicronautOffer(
        @Id @GeneratedValue @Nullable Long id,
        String number,
        String title,
        @Nullable String description,
        int stock,
        boolean listed,
        BigDecimal price,
        Instant changed,
        @MappedProperty("created_at") Instant createdAt,
        @MappedProperty("updated_at") Instant updatedAt) {}
