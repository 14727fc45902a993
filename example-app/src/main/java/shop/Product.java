package shop;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Default;
import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something to buy.
 *
 * @param id counted by the database
 * @param sku the number on the shelf
 * @param name what it is
 * @param price of one
 * @param currencyId what the price is in
 * @param stock how many there are
 */
@Model
@Index(fields = "name")
public record Product(
        @Nullable Long id,
        @Unique @Column(length = 20) String sku,
        String name,
        @Column(precision = 12, scale = 2) BigDecimal price,

        @Column(length = 3) @References(value = Currency.class, inverse = "products")
        String currencyId,

        @Default("0") int stock) {}
