package dev.dataflow.migrations.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A part of a text between lines DELIMITER, which MySQL's clients know.
 *
 * @param text the part
 * @param whole whether it is one statement, and semicolons do not end it
 * @param firstLine the line on which it begins, from 1
 */
record DelimitedText(String text, boolean whole, int firstLine) {

    private static final Pattern DELIMITER =
            Pattern.compile("^[ \\t]*DELIMITER[ \\t]+(\\S+)[ \\t]*$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    /** The parts of a text; all of it where there are none. */
    static List<DelimitedText> of(DatabaseEngine engine, String text) {
        List<DelimitedText> parts = new ArrayList<>();
        String delimiter = ";";
        int from = 0;
        Matcher change = DELIMITER.matcher(text);
        while (engine.family() == EngineFamily.MYSQL && change.find()) {
            add(text, from, change.start(), delimiter, parts);
            delimiter = change.group(1);
            from = change.end();
        }
        add(text, from, text.length(), delimiter, parts);
        return parts;
    }

    private static void add(String text, int from, int to, String delimiter, List<DelimitedText> into) {
        if (delimiter.equals(";")) {
            into.add(new DelimitedText(text.substring(from, to), false, lineOf(text, from)));
            return;
        }
        int start = from;
        while (start < to) {
            int found = text.indexOf(delimiter, start);
            int end = found < 0 || found > to ? to : found;
            into.add(new DelimitedText(text.substring(start, end), true, lineOf(text, start)));
            start = end + delimiter.length();
        }
    }

    /** The places at which lines end. */
    int[] lineEnds() {
        return IntStream.range(0, text.length())
                .filter(place -> text.charAt(place) == '\n')
                .toArray();
    }

    private static int lineOf(String text, int place) {
        return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    }
}
