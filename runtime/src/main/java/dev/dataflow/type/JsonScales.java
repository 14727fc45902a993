package dev.dataflow.type;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The zeros that end the numbers of a JSON text. 9.90 and 9.9 are one value, and equality must see one text; yet 9.90 must
 * come back. So the canonical text says 9.9, and white space after it, which JSON allows, how many zeros each number lost: a
 * line feed, then for each number in order as many spaces as zeros and a tab. Numbers at the end that lost none are left
 * out, and so is all of it when no number did. Not thread-safe.
 */
final class JsonScales {

    private final List<Integer> zeros = new ArrayList<>();
    private int position;

    /** None yet. */
    JsonScales() {}

    /** Those that the white space after a text says. */
    static JsonScales after(String text) {
        JsonScales result = new JsonScales();
        int start = text.length();
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        if (start == text.length() || start == 0 || text.charAt(start - 1) != '\n') {
            return result;
        }
        int count = 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '\t') {
                result.zeros.add(count);
                count = 0;
            } else {
                count++;
            }
        }
        return result;
    }

    /** The next number of a text, with its zeros. */
    BigDecimal next(BigDecimal value) {
        return position < zeros.size() ? value.setScale(value.scale() + zeros.get(position++)) : value;
    }

    /** Notes the next number of a text, and gives it without zeros. */
    BigDecimal strip(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        BigDecimal plain = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        zeros.add(value.scale() - plain.scale());
        return plain;
    }

    /** The white space that says them. */
    String space() {
        int last = zeros.size();
        while (last > 0 && zeros.get(last - 1) == 0) {
            last--;
        }
        StringBuilder result = new StringBuilder(last == 0 ? "" : "\n");
        for (int i = 0; i < last; i++) {
            result.append(" ".repeat(zeros.get(i))).append('\t');
        }
        return result.toString();
    }
}
