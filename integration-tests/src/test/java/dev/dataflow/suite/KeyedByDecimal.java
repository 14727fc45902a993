package dev.dataflow.suite;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Model;
import java.math.BigDecimal;

/** A key of an awkward type. */
@Model(timestamps = false)
public record KeyedByDecimal(
        @Column(precision = 12, scale = 4) BigDecimal id, String name) {}
