package dev.dataflow.benchmarks.rows;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.CreatedAt;
import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import dev.dataflow.annotations.UpdatedAt;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of ten columns of the usual kinds; each peer writes and reads all of them. */
@Model
@Index(fields = "stock")
public record Offer(
        Long id,
        @Unique String number,
        String title,
        @Nullable String description,
        int stock,
        boolean listed,
        @Column(precision = 12, scale = 2) BigDecimal price,
        Instant changed,
        @CreatedAt Instant createdAt,
        @UpdatedAt Instant updatedAt) {}
