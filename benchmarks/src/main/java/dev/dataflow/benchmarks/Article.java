package dev.dataflow.benchmarks;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of eight columns of the usual kinds. */
@Model(timestamps = false)
public record Article(
        Long id,
        @Unique String number,
        String title,
        @Nullable String description,
        int stock,
        boolean listed,
        BigDecimal price,
        Instant changed) {}
