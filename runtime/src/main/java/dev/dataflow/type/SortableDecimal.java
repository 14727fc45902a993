package dev.dataflow.type;

import java.math.BigDecimal;

/**
 * Decimals as text whose byte order is numeric order and whose equality is numeric equality, independent of scale.
 *
 * <p>Form: {@code 1}, the count of digits before the point in two digits, those digits, and, when there is a fraction,
 * a point and its digits without trailing zeros. 9.90 is {@code 1019.9}, zero is {@code 100}. A negative number is
 * {@code 0}, then the same text of its magnitude with every digit d as 9 − d, then {@code ~}, so that larger magnitudes
 * sort first. Up to 99 digits before the point.
 */
public final class SortableDecimal {

    private static final int MOST_DIGITS = 99;

    private SortableDecimal() {}

    /**
     * Encodes a decimal.
     *
     * @param value any decimal of at most 99 digits before the point
     * @return its text
     * @throws IllegalValueException when it has more
     */
    public static String encode(BigDecimal value) {
        if (value.signum() == 0) {
            return "100";
        }
        if ((long) value.precision() - value.scale() > MOST_DIGITS || value.scale() > 10_000) {
            throw new IllegalValueException("has too many digits to be compared");
        }
        String plain = value.abs().stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        if (whole.equals("0")) {
            whole = "";
        }
        StringBuilder text = new StringBuilder(plain.length() + 4);
        text.append((char) ('0' + whole.length() / 10)).append((char) ('0' + whole.length() % 10));
        text.append(whole);
        if (point >= 0) {
            text.append(plain, point, plain.length());
        }
        return value.signum() > 0 ? "1" + text : "0" + complement(text) + "~";
    }

    /**
     * Decodes what {@link #encode} made.
     *
     * @param text the text
     * @return the decimal, without trailing zeros after the point
     * @throws IllegalValueException when the text is not of the form
     */
    public static BigDecimal decode(String text) {
        try {
            boolean negative = text.charAt(0) == '0';
            if (negative && !text.endsWith("~")) {
                throw new NumberFormatException();
            }
            CharSequence body = negative ? complement(text.substring(1, text.length() - 1)) : text.substring(1);
            int digits = Integer.parseInt(body.subSequence(0, 2).toString());
            String number = body.subSequence(2, body.length()).toString();
            int point = number.indexOf('.');
            if ((point < 0 ? number.length() : point) != digits || text.charAt(0) > '1') {
                throw new NumberFormatException();
            }
            BigDecimal value = number.isEmpty() ? BigDecimal.ZERO : new BigDecimal(number);
            return negative ? value.negate() : value;
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalValueException("holds text that is not a decimal in DataFlow's form");
        }
    }

    private static CharSequence complement(CharSequence digits) {
        StringBuilder result = new StringBuilder(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            result.append(c == '.' ? c : (char) ('0' + '9' - c));
        }
        return result;
    }
}
