package dev.dataflow.migrations.catalog;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type's text in its parts.
 *
 * @param name the words before and after the parentheses, in lower case
 * @param first the first number in parentheses; -1 for none
 * @param second the second; -1 for none
 */
record TypeText(String name, int first, int second) {

    private static final Pattern FORM =
            Pattern.compile("([^(]*?)\\s*(?:\\(\\s*(\\d{1,9})\\s*(?:,\\s*(-?\\d{1,9})\\s*)?\\)\\s*(.*))?");

    static TypeText of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return new TypeText(text.toLowerCase(Locale.ROOT), -1, -1);
        }
        String rest = parts.group(4) == null || parts.group(4).isEmpty() ? "" : " " + parts.group(4);
        return new TypeText(
                (parts.group(1) + rest).toLowerCase(Locale.ROOT), number(parts.group(2)), number(parts.group(3)));
    }

    /** The first number, or what its absence means. */
    int firstOr(int otherwise) {
        return first < 0 ? otherwise : first;
    }

    private static int number(String digits) {
        return digits == null ? -1 : Integer.parseInt(digits);
    }
}
