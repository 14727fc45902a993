package dev.dataflow.type;

import java.math.BigDecimal;
import java.math.BigInteger;

/** PostgreSQL's {@code numeric}: digits to the base of 10,000 on both sides of the point. */
final class BinaryDecimal {

    private static final int BASE = 10_000;
    private static final int BASE_DIGITS = 4;
    private static final int POSITIVE = 0;
    private static final int NEGATIVE = 0x4000;
    private static final BigInteger LARGE_BASE = BigInteger.valueOf(10_000_000_000_000_000L);
    private static final int PARTS = 4;
    private static final int[] POWERS = {1, 10, 100, 1000};
    /** Digits that a {@code long} holds, less those that aligning the point may add. */
    private static final int SMALL_DIGITS = 15;

    private BinaryDecimal() {}

    static void write(BigDecimal given, BinaryBuffer out) {
        BigDecimal value = given.scale() < 0 ? given.setScale(0) : given;
        int scale = value.scale();
        int fraction = (scale + BASE_DIGITS - 1) / BASE_DIGITS;
        int align = POWERS[fraction * BASE_DIGITS - scale];
        if (value.signum() == 0) {
            head(0, 0, POSITIVE, scale, out);
        } else if (value.precision() <= SMALL_DIGITS) {
            small(value, fraction, Math.abs(value.unscaledValue().longValue()) * align, out);
        } else {
            large(value, fraction, value.unscaledValue().abs().multiply(BigInteger.valueOf(align)), out);
        }
    }

    private static void small(BigDecimal value, int fraction, long digits, BinaryBuffer out) {
        int count = 0;
        for (long rest = digits; rest != 0; rest /= BASE) {
            count++;
        }
        head(count, count - 1 - fraction, sign(value), value.scale(), out);
        long power = 1;
        for (int i = 1; i < count; i++) {
            power *= BASE;
        }
        for (; power != 0; power /= BASE) {
            out.int16((int) (digits / power % BASE));
        }
    }

    private static void large(BigDecimal value, int fraction, BigInteger digits, BinaryBuffer out) {
        int[] parts = new int[PARTS * (digits.bitLength() / 53 + 1)];
        int count = 0;
        int last = 0;
        for (BigInteger rest = digits; rest.signum() != 0; ) {
            BigInteger[] divided = rest.divideAndRemainder(LARGE_BASE);
            long some = divided[1].longValue();
            for (int i = 0; i < PARTS; i++, some /= BASE) {
                parts[count] = (int) (some % BASE);
                last = parts[count] == 0 ? last : count;
                count++;
            }
            rest = divided[0];
        }
        head(last + 1, last - fraction, sign(value), value.scale(), out);
        for (int i = last; i >= 0; i--) {
            out.int16(parts[i]);
        }
    }

    private static int sign(BigDecimal value) {
        return value.signum() < 0 ? NEGATIVE : POSITIVE;
    }

    private static void head(int count, int weight, int sign, int scale, BinaryBuffer out) {
        out.int16(count);
        out.int16(weight);
        out.int16(sign);
        out.int16(scale);
    }
}
