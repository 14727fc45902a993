package shop;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.CreatedAt;
import dev.dataflow.annotations.Default;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import dev.dataflow.annotations.UpdatedAt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who orders.
 *
 * @param id made by DataFlow, ordered by time
 * @param email where mail goes; one customer each
 * @param name first and last name
 * @param countryId where parcels go
 * @param timeZoneId when not to call; null when unknown
 * @param birthday null when unknown
 * @param newsletter whether they want one
 * @param createdAt stamped by DataFlow
 * @param updatedAt stamped by DataFlow
 */
@Model
public record Customer(
        @Nullable UUID id,
        @Unique String email,
        String name,

        @Column(length = 2) @References(value = Country.class, inverse = "customers")
        String countryId,

        @Nullable @References(value = TimeZone.class, inverse = "customers")
        String timeZoneId,

        @Nullable LocalDate birthday,
        @Default("false") boolean newsletter,
        @CreatedAt @Nullable Instant createdAt,
        @UpdatedAt @Nullable Instant updatedAt) {}
