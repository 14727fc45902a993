package shop;

import dev.dataflow.annotations.Default;
import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Model
@Index(fields = {"status", "placedAt"})
public record Order(
        @Id Long id,

        @References(value = Customer.class, inverse = "orders")
        long customerId,

        BigDecimal total,
        @Default("PENDING") OrderStatus status,
        @Unique String number,
        @Nullable Instant placedAt) {}
