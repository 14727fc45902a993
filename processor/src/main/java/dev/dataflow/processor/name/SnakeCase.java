package dev.dataflow.processor.name;

import java.util.Locale;

/**
 * Java names in snake_case.
 *
 * <p>A word starts at a capital after a small letter or digit, and at the last capital of several before a small letter:
 * {@code customerId} is {@code customer_id}, {@code URLPath} is {@code url_path}, {@code address2} stays. Underscores
 * stay where they are.
 */
public final class SnakeCase {

    private SnakeCase() {}

    /** A name in small letters, its words set apart by underscores. */
    public static String of(String name) {
        int[] letters = name.codePoints().toArray();
        StringBuilder result = new StringBuilder(name.length() + 8);
        for (int i = 0; i < letters.length; i++) {
            if (i > 0 && startsWord(letters, i)) {
                result.append('_');
            }
            result.appendCodePoint(letters[i]);
        }
        return result.toString().toLowerCase(Locale.ROOT);
    }

    /** A name in capitals, as constants are written. */
    public static String constant(String name) {
        return of(name).toUpperCase(Locale.ROOT);
    }

    private static boolean startsWord(int[] letters, int at) {
        if (!Character.isUpperCase(letters[at]) || letters[at - 1] == '_') {
            return false;
        }
        boolean afterCapital = Character.isUpperCase(letters[at - 1]);
        boolean beforeSmall = at + 1 < letters.length && Character.isLowerCase(letters[at + 1]);
        return !afterCapital || beforeSmall;
    }
}
