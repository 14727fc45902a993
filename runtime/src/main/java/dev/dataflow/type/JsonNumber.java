package dev.dataflow.type;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The numbers of JSON. Every database must be able to check them, so they are at most as large as the largest double, with
 * at most {@value #MOST_FRACTION} digits after the point; within that, every digit counts.
 */
final class JsonNumber {

    private static final int MOST_FRACTION = 400;
    private static final int LONGEST = 800;
    private static final Pattern FORM = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,6})?");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Double.MAX_VALUE);

    private JsonNumber() {}

    static BigDecimal parse(String literal) {
        if (literal.length() > LONGEST || !FORM.matcher(literal).matches()) {
            throw literal.length() > LONGEST ? tooLong() : JsonReader.invalid();
        }
        BigDecimal value = new BigDecimal(literal);
        if (value.scale() > MOST_FRACTION || (long) value.precision() - value.scale() > MOST_FRACTION) {
            throw tooLong();
        }
        if (value.abs().compareTo(LARGEST) > 0) {
            throw tooLong();
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /**
     * A number as untyped Java: the smallest of Integer, Long and BigInteger; with a point, a Double when that prints the
     * same digits, else a BigDecimal.
     */
    static Number plain(BigDecimal value) {
        if (value.scale() <= 0) {
            return whole(value);
        }
        double near = value.doubleValue();
        return new BigDecimal(Double.toString(near)).equals(value) ? (Number) near : value;
    }

    private static Number whole(BigDecimal value) {
        int bits = value.toBigInteger().bitLength();
        if (bits < Integer.SIZE) {
            return value.intValue();
        }
        return bits < Long.SIZE ? (Number) value.longValue() : value.toBigInteger();
    }

    private static IllegalValueException tooLong() {
        return new IllegalValueException("is JSON with a number beyond a double's largest, or with more than "
                + MOST_FRACTION + " digits after the point");
    }
}
