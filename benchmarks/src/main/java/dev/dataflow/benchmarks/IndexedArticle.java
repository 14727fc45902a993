package dev.dataflow.benchmarks;

import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An {@link Article} with an index on what it is looked for by. */
@Model(timestamps = false)
@Index(fields = "title")
public record IndexedArticle(
        Long id,
        @Unique String number,
        String title,
        @Nullable String description,
        int stock,
        boolean listed,
        BigDecimal price,
        Instant changed) {}
