package shop;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import org.jspecify.annotations.Nullable;

/**
 * A currency of ISO 4217.
 *
 * @param id its code, such as {@code EUR}
 * @param name its English name
 * @param number its number in the standard
 * @param digits digits after the point; null where there is no such thing, as for gold
 */
@Model
public record Currency(
        @Id(generation = Id.Generation.ASSIGNED) @Column(length = 3)
        String id,

        String name,
        int number,
        @Nullable Integer digits) {}
