package dev.dataflow.type;

import java.math.BigDecimal;

/** Refuses what is not a finite number: databases disagree on NaN and infinity. */
final class FloatLimits {

    /** Adding 0 takes the sign of -0.0, which SQLite does not keep and SQL does not compare. */
    static final Limits<Float> FLOAT32 = Limits.always(value -> finite(value, Float.isFinite(value)) + 0.0f);

    static final Limits<Double> FLOAT64 = Limits.always(value -> finite(value, Double.isFinite(value)) + 0.0);

    private FloatLimits() {}

    static float float32Exact(BigDecimal value) {
        return exact(value, value.floatValue(), Float.isFinite(value.floatValue()));
    }

    static double float64Exact(BigDecimal value) {
        return exact(value, value.doubleValue(), Double.isFinite(value.doubleValue()));
    }

    private static <T extends Number> T exact(BigDecimal value, T result, boolean finite) {
        // decimals are written in decimal: 0.1 is taken for the double that prints as 0.1
        if (!finite || new BigDecimal(result.toString()).compareTo(value) != 0 && !binary(value, result)) {
            throw new ArithmeticException("inexact");
        }
        return result;
    }

    private static boolean binary(BigDecimal value, Number result) {
        return new BigDecimal(result.doubleValue()).compareTo(value) == 0;
    }

    private static <T> T finite(T value, boolean finite) {
        if (!finite) {
            throw new IllegalValueException("is not a finite number");
        }
        return value;
    }
}
