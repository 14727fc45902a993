package dev.dataflow.benchmarks.peers;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.MappedProperty;
import java.math.BigDecimal;

/** A group of an aggregate. */
@Introspected
public record MicronautTotal(
        boolean listed, @MappedProperty("number_of") long numberOf, long stock, BigDecimal price) {}
