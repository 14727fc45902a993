package dev.dataflow.suite;

import dev.dataflow.annotations.Column;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A nullable column of each type that has limits, and a key to find rows by. */
@Model
public record Extreme(
        Long id,
        @Unique String code,
        @Nullable Byte int8,
        @Nullable Short int16,
        @Nullable Integer int32,
        @Nullable Long int64,
        @Nullable Float float32,
        @Nullable Double float64,
        @Nullable @Column(precision = 38, scale = 0) BigDecimal whole,
        @Nullable @Column(precision = 38, scale = 30) BigDecimal fine,
        @Nullable @Column(precision = 30, scale = 30) BigDecimal fraction,
        @Nullable @Column(precision = 1, scale = 0) BigDecimal digit,
        @Nullable BigInteger big,
        @Nullable String text,
        @Nullable @Column(length = 3) String varchar,
        byte @Nullable [] bytes,
        @Nullable UUID uuid,
        @Nullable Instant instant,
        @Nullable OffsetDateTime offset,
        @Nullable LocalDate date,
        @Nullable LocalTime time,
        @Nullable LocalDateTime dateTime,
        @Nullable Duration duration) {}
