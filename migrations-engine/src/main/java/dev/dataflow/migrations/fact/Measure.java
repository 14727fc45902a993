package dev.dataflow.migrations.fact;

import java.util.OptionalDouble;

/**
 * A number from a database, or that it is unknown.
 *
 * @param value the number; empty when it is unknown
 * @param source where it is from; when it is unknown, why
 */
public record Measure(OptionalDouble value, String source) {

    /** A number. */
    public static Measure of(double value, String source) {
        return new Measure(OptionalDouble.of(value), source);
    }

    /** No number. */
    public static Measure unknown(String why) {
        return new Measure(OptionalDouble.empty(), why);
    }

    /** Whether there is a number. */
    public boolean isKnown() {
        return value.isPresent();
    }
}
