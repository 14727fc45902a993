package dev.dataflow.query;

import dev.dataflow.type.IllegalValueException;
import java.util.function.IntConsumer;

/**
 * Text with wildcards: {@code %} stands for any characters, {@code _} for one, and a backslash before one of these or
 * before a backslash says that the character itself is meant.
 *
 * @param text the pattern, in which every backslash is followed by a character it may stand before
 */
public record LikePattern(String text) {

    /** The longest pattern; SQLite takes no longer one. */
    public static final int LONGEST = 10_000;

    private static final String SPECIAL = "%_\\";

    /** What a pattern is made of. */
    public interface Visitor {
        /** Any characters. */
        void any();

        /** One character. */
        void one();

        /** This character, as a code point. */
        void literal(int character);
    }

    /**
     * A pattern a caller wrote.
     *
     * @param text the pattern
     * @throws IllegalValueException when it is too long or a backslash stands before something else
     */
    public static LikePattern of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && (++i == text.length() || SPECIAL.indexOf(text.charAt(i)) < 0)) {
                throw new IllegalValueException("has a backslash that stands before none of %, _ and a backslash");
            }
        }
        return new LikePattern(bounded(text));
    }

    /** A pattern for text that starts with, ends with or holds some other. */
    static LikePattern around(String before, String literal, String after) {
        StringBuilder escaped = new StringBuilder(before);
        literal.chars().forEach(unit -> {
            if (SPECIAL.indexOf(unit) >= 0) {
                escaped.append('\\');
            }
            escaped.append((char) unit);
        });
        return new LikePattern(bounded(escaped.append(after).toString()));
    }

    /** The same pattern in lower case. */
    LikePattern folded() {
        return new LikePattern(LowerCase.of(text));
    }

    /** Goes through it, from left to right. */
    public void visit(Visitor visitor) {
        boolean[] escaped = {false};
        IntConsumer each = character -> {
            if (!escaped[0] && character == '\\') {
                escaped[0] = true;
            } else if (!escaped[0] && character == '%') {
                visitor.any();
            } else if (!escaped[0] && character == '_') {
                visitor.one();
            } else {
                escaped[0] = false;
                visitor.literal(character);
            }
        };
        text.codePoints().forEach(each);
    }

    private static String bounded(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalValueException("is longer than " + LONGEST + " characters");
        }
        return text;
    }
}
