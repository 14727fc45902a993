package dev.dataflow.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Refuses whole numbers of too many digits.
 *
 * @param digits the digits the column holds
 */
record BigIntegerLimits(DecimalLimits digits) implements Limits<BigInteger> {

    /** Not more digits than can be compared: reading takes time by the square of the length. */
    private static final Pattern FORM = Pattern.compile("[+-]?[0-9]{1,1000}");

    static BigInteger parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("no whole number");
        }
        return new BigInteger(text);
    }

    /** The whole number a decimal is. */
    static BigInteger exact(DecimalLimits digits, BigDecimal value) {
        try {
            return digits.floor(value).toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new IllegalValueException("is a number that is not whole");
        }
    }

    @Override
    public BigInteger store(BigInteger value) {
        digits.store(new BigDecimal(value));
        return value;
    }

    @Override
    public BigInteger floor(BigInteger value) {
        digits.floor(new BigDecimal(value));
        return value;
    }
}
