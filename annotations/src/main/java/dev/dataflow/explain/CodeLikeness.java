package dev.dataflow.explain;

import java.util.Comparator;
import java.util.Locale;

/**
 * How like a code is to one that does not exist: letters differ by one at most, and so do digits, or it begins with them.
 *
 * @param code the code
 * @param unlike from 0 for one that is only written otherwise
 * @param between how far apart the numbers are
 */
record CodeLikeness(String code, int unlike, int between) {

    static final Comparator<CodeLikeness> NEAREST_FIRST =
            Comparator.comparingInt(CodeLikeness::unlike).thenComparingInt(CodeLikeness::between);

    private static final int FAR = 9;
    private static final int DIGITS = 3;

    /** Compares what was asked for with a code that exists. */
    static CodeLikeness of(String wrong, String code) {
        return new CodeLikeness(
                code,
                letters(letters(wrong), letters(code)) + digits(digits(wrong), digits(code)),
                Math.abs(number(wrong) - number(code)));
    }

    boolean isNear() {
        return unlike < FAR;
    }

    private static int letters(String wrong, String letters) {
        return wrong.isEmpty() ? 0 : nearOrFar(wrong, letters);
    }

    private static int digits(String wrong, String digits) {
        String padded = "0".repeat(Math.max(0, DIGITS - wrong.length())) + wrong;
        if (padded.equals(digits)) {
            return 0;
        }
        return digits.startsWith(wrong) ? 1 : 1 + nearOrFar(padded, digits);
    }

    private static int nearOrFar(String wrong, String right) {
        int edits = edits(wrong, right);
        return edits <= 1 ? edits : FAR;
    }

    /** How many characters must be put in, left out or replaced. */
    private static int edits(String wrong, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= wrong.length(); i++) {
            int before = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = before + (wrong.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                before = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }

    private static String letters(String code) {
        return code.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
    }

    private static String digits(String code) {
        return code.replaceAll("\\D", "");
    }

    private static int number(String code) {
        String digits = digits(code);
        return digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }
}
