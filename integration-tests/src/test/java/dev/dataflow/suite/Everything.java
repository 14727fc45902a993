package dev.dataflow.suite;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Convert;
import dev.dataflow.annotations.CreatedAt;
import dev.dataflow.annotations.Json;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.UpdatedAt;
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

/** Every type, not null and nullable. */
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
        @Column(precision = 38) BigInteger bigInteger,
        Duration duration,
        OffsetDateTime offsetDateTime,
        @Json Map<String, Object> json,
        List<String> texts,
        List<Long> numbers,
        @Convert Degrees degrees,
        @Nullable BigInteger maybeBigInteger,
        @Nullable Duration maybeDuration,
        @Nullable OffsetDateTime maybeOffsetDateTime,
        @Nullable @Json Line maybeJson,
        @Nullable List<String> maybeTexts,
        @Nullable List<Long> maybeNumbers,
        @Nullable @Convert Degrees maybeDegrees,
        @CreatedAt Instant createdAt,
        @UpdatedAt Instant updatedAt) {

    /** A type of its own around a plain one. */
    public record Degrees(int value) {}

    /** A record in JSON. */
    public record Line(String text, BigDecimal price) {}
}
