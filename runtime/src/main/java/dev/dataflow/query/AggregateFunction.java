package dev.dataflow.query;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is computed over the rows of a group. Rows without a value are left out. */
public enum AggregateFunction {
    /** The sum; of no values NULL. */
    SUM("$sum"),
    /** The sum divided by the count, rounded half up at four digits more than the values have. */
    AVG("$avg"),
    /** The smallest value. */
    MIN("$min"),
    /** The largest value. */
    MAX("$max"),
    /** How many values there are; of no column, how many rows. */
    COUNT("$count"),
    /** How many different values there are. */
    COUNT_DISTINCT("$countDistinct");

    private final String symbol;

    AggregateFunction(String symbol) {
        this.symbol = symbol;
    }

    /**
     * A function as maps name it.
     *
     * @param symbol such as {@code $sum}
     * @return the function; null for none of this name
     */
    public static @Nullable AggregateFunction of(String symbol) {
        for (AggregateFunction function : values()) {
            if (function.symbol.equals(symbol)) {
                return function;
            }
        }
        return null;
    }

    /** All of them as maps name them. */
    public static List<String> symbols() {
        return Arrays.stream(values()).map(AggregateFunction::toString).toList();
    }

    @Override
    public String toString() {
        return symbol;
    }
}
