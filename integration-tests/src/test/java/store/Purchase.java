package store;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Model
public record Purchase(
        Long id,

        @References(value = Client.class, inverse = "purchases")
        long clientId,

        @References(value = Address.class, inverse = "billedPurchases")
        long billingAddressId,

        @Nullable @References(value = Address.class, inverse = "shippedPurchases")
        Long shippingAddressId,

        @Column(precision = 12, scale = 2) BigDecimal total,
        int priority,
        @Nullable Instant paidAt,
        @Nullable Integer rating) {}
