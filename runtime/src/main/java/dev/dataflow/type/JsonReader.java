package dev.dataflow.type;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON strictly into maps, lists, strings, {@link BigDecimal}, booleans and null. Refuses what one of the databases
 * would refuse or change: duplicate keys, NUL, half surrogate pairs, more than {@value #DEEPEST} levels, and numbers beyond
 * {@link JsonNumber}'s limits. Not thread-safe.
 */
final class JsonReader {

    /** MySQL takes no deeper JSON. */
    static final int DEEPEST = 100;

    private final String text;
    private final JsonScales scales;
    private int at;

    private JsonReader(String text, JsonScales scales) {
        this.text = text;
        this.scales = scales;
    }

    /**
     * Reads JSON text.
     *
     * @param text the text; white space after it may say the scales of its numbers, as {@link JsonScales} has it
     * @return the value; null for JSON's null
     * @throws IllegalValueException when it is not valid
     */
    static @Nullable Object read(String text) {
        JsonReader reader = new JsonReader(text, JsonScales.after(text));
        Object value = reader.value(0);
        reader.space();
        if (reader.at < text.length()) {
            throw invalid();
        }
        return value;
    }

    private @Nullable Object value(int depth) {
        space();
        switch (peek()) {
            case '{':
                return object(depth + 1);
            case '[':
                return array(depth + 1);
            case '"':
                return new JsonString(text, at).read(end -> at = end);
            case 't':
                return word("true", true);
            case 'f':
                return word("false", false);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> result = new HashMap<>();
        open(depth);
        if (ends('}')) {
            return result;
        }
        do {
            space();
            if (peek() != '"') {
                throw invalid();
            }
            String key = new JsonString(text, at).read(end -> at = end);
            space();
            expect(':');
            Object value = value(depth);
            if (result.containsKey(key)) {
                throw new IllegalValueException("is JSON with a key that stands twice in one object");
            }
            result.put(key, value);
        } while (goesOn('}'));
        return result;
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> result = new ArrayList<>();
        open(depth);
        if (ends(']')) {
            return result;
        }
        do {
            result.add(value(depth));
        } while (goesOn(']'));
        return result;
    }

    private BigDecimal number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return scales.next(JsonNumber.parse(text.substring(start, at)));
    }

    private @Nullable Object word(String word, @Nullable Boolean value) {
        if (!text.startsWith(word, at)) {
            throw invalid();
        }
        at += word.length();
        return value;
    }

    private void open(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalValueException("is JSON of more than " + DEEPEST + " levels");
        }
        at++;
    }

    private boolean ends(char end) {
        space();
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    private boolean goesOn(char end) {
        if (ends(end)) {
            return false;
        }
        expect(',');
        return true;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw invalid();
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw invalid();
        }
        return text.charAt(at);
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    static IllegalValueException invalid() {
        return new IllegalValueException("is not valid JSON");
    }
}
