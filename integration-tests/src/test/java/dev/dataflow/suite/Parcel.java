package dev.dataflow.suite;

import dev.dataflow.annotations.Model;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Rows with versions that are not surfaced. */
@Model(versioned = true)
public record Parcel(
        Long id,
        String place,
        @Nullable OffsetDateTime due,
        @Nullable BigDecimal weight) {}
