package dev.dataflow.benchmarks;

import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import dev.dataflow.annotations.Version;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An {@link IndexedArticle} of a tenant that is deleted softly, and whose writes are counted. */
@Model(timestamps = false, multiTenant = true, softDelete = true, versioned = true)
@Index(fields = "title")
public record GuardedArticle(
        Long id,
        @Unique String number,
        String title,
        @Nullable String description,
        int stock,
        boolean listed,
        BigDecimal price,
        Instant changed,
        @Version long version) {}
