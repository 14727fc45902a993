package dev.dataflow.migrations.reader.row;

/** Parentheses around a whole expression, which some servers write and others do not. */
public final class Parentheses {

    private Parentheses() {}

    /** The expression without parentheses around all of it. */
    public static String without(String expression) {
        String text = expression.strip();
        while (text.startsWith("(") && end(text) == text.length() - 1) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    /** Where the parenthesis closes that a text begins with; -1 when it does not. */
    private static int end(String text) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                // a doubled quote closes and opens again
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
