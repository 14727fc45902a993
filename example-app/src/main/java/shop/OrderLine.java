package shop;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One product of an order.
 *
 * @param id counted by the database
 * @param orderId the order; it stays as long as it has lines
 * @param position the line's place in the order, from 1
 * @param productId what was ordered
 * @param quantity how many
 * @param price of one, as it was then
 */
@Model(timestamps = false)
@Index(
        fields = {"orderId", "position"},
        unique = true)
public record OrderLine(
        @Nullable Long id,

        @References(value = Order.class, inverse = "lines") long orderId,

        int position,

        @References(value = Product.class, inverse = "lines")
        long productId,

        int quantity,
        @Column(precision = 12, scale = 2) BigDecimal price) {}
