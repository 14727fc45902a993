package dev.dataflow.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a type's text.
 *
 * @param before the words before the parentheses
 * @param arguments what stands in the parentheses, with commas between; empty for none
 * @param after the words after them
 */
record TypeWords(String before, List<String> arguments, String after) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    /** Takes a type's text apart, with one space between words. */
    static TypeWords of(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        if (open < 0 || close < open) {
            return new TypeWords(spaced(text), List.of(), "");
        }
        return new TypeWords(
                spaced(text.substring(0, open)),
                arguments(text.substring(open + 1, close)),
                spaced(text.substring(close + 1)));
    }

    /** The words without the parentheses. */
    String name() {
        return after.isEmpty() ? before : before + " " + after;
    }

    /** The number at a place; null where there is none, or no number. */
    @Nullable
    Integer number(int place) {
        return place < arguments.size() && NUMBER.matcher(arguments.get(place)).matches()
                ? Integer.valueOf(arguments.get(place))
                : null;
    }

    /** A type's text of other parts. */
    static String text(String before, List<?> arguments, String after) {
        StringBuilder text = new StringBuilder(before);
        if (!arguments.isEmpty()) {
            text.append(arguments.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")")));
        }
        return after.isEmpty()
                ? text.toString()
                : text.append(' ').append(after).toString();
    }

    private static String spaced(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    /** Commas inside quotes are no ends. */
    private static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\'') {
                quoted = !quoted;
            } else if (text.charAt(i) == ',' && !quoted) {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        arguments.add(text.substring(start).strip());
        return arguments;
    }
}
