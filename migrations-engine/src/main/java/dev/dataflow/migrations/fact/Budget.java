package dev.dataflow.migrations.fact;

import java.time.Duration;

/**
 * How long a database may be asked. What is not answered by then is unknown.
 *
 * @param query how long for one query
 * @param total how long for all
 * @param sampling how long between two looks at what is written and read; zero takes averages since statistics began
 */
public record Budget(Duration query, Duration total, Duration sampling) {

    /** For people who wait: five seconds a query, half a minute in all, and a second between samples. */
    public static final Budget DEFAULT =
            new Budget(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(1));

    /** For an instance that opens: a second a query, five seconds in all, and no sampling. */
    public static final Budget SHORT = new Budget(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ZERO);

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException when a query or all have no time, or the time between samples is negative
     */
    public Budget {
        if (query.toMillis() < 1 || total.toMillis() < 1 || sampling.isNegative()) {
            throw new IllegalArgumentException("a budget has at least a millisecond for a query and for all");
        }
    }
}
