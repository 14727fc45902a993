package dev.dataflow.type;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Refuses decimals that the column could only hold rounded.
 *
 * @param precision all digits
 * @param scale digits after the point
 */
record DecimalLimits(int precision, int scale) implements Limits<BigDecimal> {

    @Override
    public BigDecimal store(BigDecimal value) {
        // a huge exponent would make setScale write out millions of zeros
        if (value.signum() != 0 && (long) value.precision() - value.scale() > precision - scale) {
            throw new IllegalValueException(
                    "has more than the column's " + (precision - scale) + " digits before the point");
        }
        try {
            return value.signum() == 0
                    ? BigDecimal.ZERO.setScale(scale)
                    : value.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalValueException("has more than the column's " + scale + " digits after the point");
        }
    }
}
