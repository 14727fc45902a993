package dev.dataflow.type;

import java.util.function.IntConsumer;

/** Reads and writes the strings of JSON. Not thread-safe. */
final class JsonString {

    private static final TextLimits LIMITS = new TextLimits(0);
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;

    /** A string in a text, from its opening quote on. */
    JsonString(String text, int start) {
        this.text = text;
        this.at = start + 1;
    }

    /** Reads it, and tells where what follows begins. */
    String read(IntConsumer end) {
        StringBuilder result = new StringBuilder();
        char unit = next();
        while (unit != '"') {
            if (unit < ' ') {
                throw JsonReader.invalid();
            }
            result.append(unit == '\\' ? escaped() : unit);
            unit = next();
        }
        end.accept(at);
        return LIMITS.store(result.toString());
    }

    private char escaped() {
        char escape = next();
        if (escape == 'u') {
            int value = 0;
            for (int i = 0; i < 4; i++) {
                int digit = Character.digit(next(), 16);
                if (digit < 0) {
                    throw JsonReader.invalid();
                }
                value = value * 16 + digit;
            }
            return (char) value;
        }
        int known = ESCAPES.indexOf(escape);
        if (known < 0) {
            throw JsonReader.invalid();
        }
        return ESCAPED.charAt(known);
    }

    private char next() {
        if (at >= text.length()) {
            throw JsonReader.invalid();
        }
        return text.charAt(at++);
    }

    /** Writes a string with the fewest escapes. */
    static void write(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            int known = unit == '/' ? -1 : ESCAPED.indexOf(unit);
            if (known >= 0) {
                out.append('\\').append(ESCAPES.charAt(known));
            } else if (unit < ' ') {
                out.append(String.format("\\u%04x", (int) unit));
            } else {
                out.append(unit);
            }
        }
        out.append('"');
    }
}
