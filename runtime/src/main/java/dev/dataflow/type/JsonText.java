package dev.dataflow.type;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Forms of a JSON value as text, all with sorted keys and no white space inside.
 *
 * @param value what {@link JsonReader} read
 */
record JsonText(@Nullable Object value) {

    static JsonText of(String text) {
        return new JsonText(JsonReader.read(text));
    }

    /** With the numbers as they were given. */
    String exact() {
        return write(UnaryOperator.identity());
    }

    /** The same text for the same value: numbers without zeros at their end. */
    String canonical() {
        return write(new JsonScales()::strip);
    }

    /** The canonical text, followed by what makes it exact. */
    String canonicalWithScales() {
        JsonScales scales = new JsonScales();
        return write(scales::strip) + scales.space();
    }

    /** As maps in the order of their keys, lists, strings, booleans, null, and numbers as {@link JsonNumber#plain} has it. */
    @Nullable
    Object plain() {
        return plain(value);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> result = new LinkedHashMap<>();
            new TreeMap<>(map).forEach((key, member) -> result.put(key, plain(member)));
            return result;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> result = new ArrayList<>();
            list.forEach(element -> result.add(plain(element)));
            return result;
        }
        return value instanceof BigDecimal number ? JsonNumber.plain(number) : value;
    }

    private String write(UnaryOperator<BigDecimal> number) {
        StringBuilder out = new StringBuilder();
        write(value, number, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, UnaryOperator<BigDecimal> number, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            char separator = '{';
            for (Map.Entry<?, ?> member : new TreeMap<>(map).entrySet()) {
                out.append(separator);
                JsonString.write((String) member.getKey(), out);
                out.append(':');
                write(member.getValue(), number, out);
                separator = ',';
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            char separator = '[';
            for (Object element : list) {
                out.append(separator);
                write(element, number, out);
                separator = ',';
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof String string) {
            JsonString.write(string, out);
        } else if (value instanceof BigDecimal decimal) {
            out.append(number.apply(decimal).toPlainString());
        } else {
            out.append(value);
        }
    }
}
