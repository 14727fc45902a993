package dev.dataflow.processor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source in which {@code «VAL-005»} stands right before the place where that problem is expected, and
 * {@code «VAL-007 warning»} where it is expected as a warning.
 *
 * @param name the qualified name of its class
 * @param file the name of its file
 * @param text the source without marks
 * @param expected what the marks expect
 */
record MarkedSource(String name, String file, String text, List<String> expected) {

    private static final Pattern MARK = Pattern.compile("«(VAL-\\d{3})( warning)?»");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?m)(?:record|class|enum|interface) ([^\\s(<{]+)");

    static MarkedSource of(String marked) {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        String simpleName = group(TYPE, MARK.matcher(marked).replaceAll(""));
        String file = simpleName + ".java";
        Matcher mark = MARK.matcher(marked);
        while (mark.find()) {
            mark.appendReplacement(text, "");
            String kind = mark.group(2) == null ? "ERROR" : "WARNING";
            expected.add(mark.group(1) + " " + kind + " at " + file + ":" + line(text) + ":" + column(text));
        }
        mark.appendTail(text);
        Matcher declared = PACKAGE.matcher(marked);
        String name = declared.find() ? declared.group(1) + "." + simpleName : simpleName;
        return new MarkedSource(name, file, text.toString(), List.copyOf(expected));
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no type in\n" + text);
        }
        return matcher.group(1);
    }

    private static long line(CharSequence text) {
        return 1 + text.chars().filter(c -> c == '\n').count();
    }

    private static int column(StringBuilder text) {
        return text.length() - text.lastIndexOf("\n");
    }
}
