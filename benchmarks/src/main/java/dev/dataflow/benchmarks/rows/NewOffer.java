package dev.dataflow.benchmarks.rows;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a caller gives for a new row; the peers make the key and the times.
 *
 * @param number unique
 * @param title any
 * @param description any
 * @param stock what lists are narrowed by
 * @param listed any
 * @param price of scale 2
 * @param changed in microseconds
 */
public record NewOffer(
        String number,
        String title,
        @Nullable String description,
        int stock,
        boolean listed,
        BigDecimal price,
        Instant changed) {

    /** The i-th row, always the same. */
    public static NewOffer of(long i) {
        return new NewOffer(
                "N-" + i,
                "Title of offer " + i,
                i % 3 == 0 ? null : "A longer description of the offer with the number " + i,
                (int) i,
                i % 2 == 0,
                BigDecimal.valueOf(i, 2),
                Instant.ofEpochSecond(1_800_000_000L + i));
    }

    /** The row with a key and the time of creation and update; null where they are made later. */
    public Offer offer(@Nullable Long id, @Nullable Instant now) {
        return new Offer(id, number, title, description, stock, listed, price, changed, now, now);
    }
}
