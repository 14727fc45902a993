package shop;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import org.jspecify.annotations.Nullable;

/**
 * A country of ISO 3166.
 *
 * @param id its code of two letters, such as {@code DE}
 * @param alpha3 its code of three letters, such as {@code DEU}
 * @param name its English name
 * @param currencyId what one pays with there; null where there is no one currency, as in Antarctica
 */
@Model
public record Country(
        @Id(generation = Id.Generation.ASSIGNED) @Column(length = 2)
        String id,

        @Unique @Column(length = 3) String alpha3,
        String name,

        @Nullable @References(value = Currency.class, inverse = "countries") @Column(length = 3)
        String currencyId) {}
