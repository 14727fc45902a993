package dev.dataflow.suite;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import shop.Order;

/** A key of two parts, one of them a reference. */
@Model
public record OrderLine(
        @Id @References(value = Order.class, inverse = "lines")
        long orderId,

        @Id int line,
        String article,
        @Column(precision = 12, scale = 2) BigDecimal quantity,
        @Unique @Nullable String serial) {}
