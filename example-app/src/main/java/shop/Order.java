package shop;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.CreatedAt;
import dev.dataflow.annotations.Default;
import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import dev.dataflow.annotations.UpdatedAt;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer ordered. ORDER is a reserved word of SQL; models need not care.
 *
 * @param id counted by the database
 * @param number the number on the invoice
 * @param customerId who ordered
 * @param status how far it has come
 * @param total what it costs
 * @param placedAt when it was ordered
 * @param deliverOn the day it should arrive; null when that is open
 * @param createdAt stamped by DataFlow
 * @param updatedAt stamped by DataFlow
 */
@Model
@Index(fields = {"status", "placedAt"})
public record Order(
        @Nullable Long id,
        @Unique @Column(length = 40) String number,

        @References(value = Customer.class, inverse = "orders")
        UUID customerId,

        @Default("PENDING") OrderStatus status,
        @Default("0") @Column(precision = 12, scale = 2) BigDecimal total,
        @Nullable Instant placedAt,
        @Nullable LocalDate deliverOn,
        @CreatedAt @Nullable Instant createdAt,
        @UpdatedAt @Nullable Instant updatedAt) {

    Order deliveredOn(LocalDate day) {
        return new Order(id, number, customerId, status, total, placedAt, day, createdAt, updatedAt);
    }
}
