package dev.dataflow.benchmarks.bulk;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of ten columns of the usual kinds, two of them timestamps that no component shows. */
@Model
public record Product(
        Long id,
        @Unique String number,
        String title,
        @Nullable String description,
        int stock,
        boolean listed,
        @Column(precision = 12, scale = 2) BigDecimal price,
        Instant changed) {}
