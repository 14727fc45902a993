package dev.dataflow.suite;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import java.math.BigDecimal;
import java.time.Instant;

/** A key of three parts whose stored forms differ between databases. */
@Model(timestamps = false)
public record Sample(
        @Id Instant takenAt,
        @Id Color color,
        @Id @Column(precision = 20, scale = 4) BigDecimal level,
        double value,
        int count) {}
