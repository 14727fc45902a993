package dev.dataflow.benchmarks.peers;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns that entities have in common. */
@MappedSuperclass
abstract class HibernateColumns {

    String title = "";

    @Nullable
    String description;

    int stock;
    boolean listed;

    @Column(precision = 12, scale = 2)
    BigDecimal price = BigDecimal.ZERO;

    Instant changed = Instant.EPOCH;

    @Column(name = "created_at", updatable = false)
    Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;
}
