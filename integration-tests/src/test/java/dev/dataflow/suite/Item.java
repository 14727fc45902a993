package dev.dataflow.suite;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Json;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value of each kind that filters look at, NULL where it can be. */
@Model
public record Item(
        Long id,
        String name,
        @Nullable String note,
        @Nullable @Column(length = 40) String code,
        @Nullable Integer rank,
        @Column(precision = 12, scale = 2) BigDecimal price,
        @Nullable Double weight,
        @Nullable Boolean active,
        @Nullable Color color,
        @Nullable Instant seenAt,
        @Nullable LocalDate madeOn,
        @Nullable UUID tag,
        byte @Nullable [] digest,
        @Nullable @Json Map<String, Object> meta,
        @Nullable List<String> labels,
        @Nullable List<Long> scores,

        @Nullable @References(value = Item.class, inverse = "parts")
        Long wholeId,

        @Nullable @References(value = Shelf.class, inverse = "items")
        Long shelfId) {}
