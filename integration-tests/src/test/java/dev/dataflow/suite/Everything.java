package dev.dataflow.suite;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.CreatedAt;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.UpdatedAt;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every plain type, not null and nullable. */
@Model
public record Everything(
        UUID id,
        boolean aBoolean,
        byte aByte,
        short aShort,
        int anInt,
        long aLong,
        float aFloat,
        double aDouble,
        BigDecimal aDecimal,
        @Column(precision = 20, scale = 2) BigDecimal price,
        String text,
        @Column(length = 5) String shortText,
        byte[] bytes,
        UUID uuid,
        Color color,
        Instant instant,
        LocalDate date,
        LocalTime time,
        LocalDateTime dateTime,
        @Nullable Boolean maybeBoolean,
        @Nullable Byte maybeByte,
        @Nullable Short maybeShort,
        @Nullable Integer maybeInt,
        @Nullable Long maybeLong,
        @Nullable Float maybeFloat,
        @Nullable Double maybeDouble,
        @Nullable BigDecimal maybeDecimal,
        @Nullable String maybeText,
        byte @Nullable [] maybeBytes,
        @Nullable UUID maybeUuid,
        @Nullable Color maybeColor,
        @Nullable Instant maybeInstant,
        @Nullable LocalDate maybeDate,
        @Nullable LocalTime maybeTime,
        @Nullable LocalDateTime maybeDateTime,
        @CreatedAt Instant createdAt,
        @UpdatedAt Instant updatedAt) {}
