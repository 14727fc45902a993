package dev.dataflow.benchmarks;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import dev.dataflow.annotations.Version;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An {@link Article} whose writes are counted, and which shows it. */
@Model(timestamps = false, versioned = true)
public record CountedArticle(
        Long id,
        @Unique String number,
        String title,
        @Nullable String description,
        int stock,
        boolean listed,
        BigDecimal price,
        Instant changed,
        @Version long version) {}
