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

    private static final int MOST_DIGITS = 1000;

    @Override
    public BigDecimal store(BigDecimal value) {
        // a huge exponent would make setScale write out millions of zeros
        if (value.signum() != 0 && (long) value.precision() - value.scale() > precision - scale) {
            throw new IllegalValueException(
                    "has more than the column's " + (precision - scale) + " digits before the point");
        }
        if (value.signum() != 0 && (long) value.scale() - value.precision() >= scale) {
            throw tooFine();
        }
        try {
            return value.signum() == 0
                    ? BigDecimal.ZERO.setScale(scale)
                    : value.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw tooFine();
        }
    }

    @Override
    public BigDecimal floor(BigDecimal value) {
        // databases and drivers write exponents out
        if (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
            throw new IllegalValueException("has too many digits to be compared");
        }
        return value;
    }

    private IllegalValueException tooFine() {
        return new IllegalValueException("has more than the column's " + scale + " digits after the point");
    }
}
