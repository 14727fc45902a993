package dev.dataflow.suite;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Model;
import java.math.BigDecimal;

/** Decimals whose averages have as many digits as MySQL divides in one go, and the most there are. */
@Model(timestamps = false)
public record Reading(
        Long id,
        @Column(precision = 20, scale = 5) BigDecimal nine,
        @Column(precision = 38, scale = 16) BigDecimal twenty) {}
