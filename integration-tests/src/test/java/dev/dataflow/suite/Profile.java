package dev.dataflow.suite;

import dev.dataflow.annotations.Json;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON of every kind, and lists. */
@Model
public record Profile(
        Long id,
        @Unique String name,
        @Json Map<String, Object> attributes,
        @Json Map<String, List<Address>> addresses,
        @Json @Nullable Address home,
        @Json @Nullable JsonNode document,
        @Json List<Line> lines,
        List<String> tags,
        @Nullable List<String> aliases,
        List<Long> scores,
        @Nullable List<Long> ranks) {

    /** A record inside of JSON. */
    public record Address(String street, @Nullable String zip) {}

    /** Numbers that keep their digits. */
    public record Line(
            int line,
            BigDecimal price,
            double weight,
            @Nullable OffsetDateTime at) {}
}
