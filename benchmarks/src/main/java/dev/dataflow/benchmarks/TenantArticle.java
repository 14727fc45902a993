package dev.dataflow.benchmarks;

import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An {@link IndexedArticle} of a tenant. */
@Model(timestamps = false, multiTenant = true)
@Index(fields = "title")
public record TenantArticle(
        Long id,
        @Unique String number,
        String title,
        @Nullable String description,
        int stock,
        boolean listed,
        BigDecimal price,
        Instant changed) {}
