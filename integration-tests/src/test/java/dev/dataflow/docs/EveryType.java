package dev.dataflow.docs;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Json;
import dev.dataflow.annotations.Model;
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

/** One component of each type, for the table of types. */
@Model
public record EveryType(
        Long id,
        boolean flag,
        byte int8,
        short int16,
        int int32,
        long int64,
        float float32,
        double float64,
        BigDecimal decimal,
        BigInteger bigInteger,
        String text,
        @Column(length = 80) String varchar,
        byte[] bytes,
        UUID uuid,
        BookStatus constant,
        Instant instant,
        OffsetDateTime offsetDateTime,
        LocalDate date,
        LocalTime time,
        LocalDateTime dateTime,
        Duration duration,
        List<String> textList,
        List<Long> int64List,
        @Json Map<String, Object> json) {}
