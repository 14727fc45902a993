package dev.dataflow.benchmarks.peers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row as an entity. */
@Entity
@Table(name = "offers")
class HibernateOffer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String number = "";
    String title = "";

    @Nullable
    String description;

    int stock;
    boolean listed;

    @Column(precision = 12, scale = 2)
    BigDecimal price = BigDecimal.ZERO;

    Instant changed = Instant.EPOCH;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;

    HibernateOffer() {}
}
