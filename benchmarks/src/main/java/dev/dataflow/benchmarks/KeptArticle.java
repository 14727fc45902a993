package dev.dataflow.benchmarks;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An {@link Article} that is deleted softly. */
@Model(timestamps = false, softDelete = true)
public record KeptArticle(
        Long id,
        @Unique String number,
        String title,
        @Nullable String description,
        int stock,
        boolean listed,
        BigDecimal price,
        Instant changed) {}
