package dev.dataflow.suite.tenant;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Json;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Of a tenant, with values of all kinds, or none. */
@Model(table = "tenant_readings", multiTenant = true, softDelete = true)
public record Reading(
        Long id,
        @Unique String label,
        @Nullable Instant moment,
        @Nullable OffsetDateTime zoned,
        @Nullable LocalDateTime local,
        @Nullable LocalTime clock,
        @Nullable LocalDate day,
        @Nullable UUID device,
        @Nullable @Json Map<String, Object> data,
        @Nullable List<String> tags,
        @Nullable List<Long> numbers,
        @Nullable BigDecimal amount,
        @Nullable @Column(precision = 30) BigInteger large,
        @Nullable Duration took,
        @Nullable Kind kind,
        @Nullable Boolean good,
        @Nullable Short small,
        @Nullable Float rough,
        @Nullable Double fine,
        byte @Nullable [] raw) {

    /** A kind. */
    public enum Kind {
        /** One. */
        WARM,
        /** Another. */
        COLD
    }
}
