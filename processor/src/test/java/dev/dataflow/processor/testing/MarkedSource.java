package dev.dataflow.processor.testing;

import dev.dataflow.processor.testing.Expectation.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A source in which {@code «VAL-005»} stands right before the place where that problem is expected, and
 * {@code «VAL-007 warning»} where it is expected as a warning.
 *
 * @param name the qualified name of its class
 * @param file the name of its file
 * @param text the source without marks
 * @param expected what the marks expect
 */
record MarkedSource(String name, String file, String text, List<Expectation> expected) {

    private static final Pattern MARK = Pattern.compile("«(VAL-\\d{3})( warning)?»");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?m)(?:record|class|enum|interface) ([^\\s(<{]+)");

    static MarkedSource of(String marked) {
        StringBuilder text = new StringBuilder();
        List<String> problems = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        Matcher mark = MARK.matcher(marked);
        while (mark.find()) {
            mark.appendReplacement(text, "");
            problems.add(mark.group(1) + (mark.group(2) == null ? " ERROR" : " WARNING"));
            offsets.add(text.length());
        }
        mark.appendTail(text);
        String plain = text.toString();
        String simpleName = group(TYPE, plain);
        String file = simpleName + ".java";
        List<Expectation> expected = IntStream.range(0, problems.size())
                .mapToObj(i -> new Expectation(problems.get(i), file, places(plain, offsets.get(i))))
                .toList();
        Matcher declared = PACKAGE.matcher(plain);
        String name = declared.find() ? declared.group(1) + "." + simpleName : simpleName;
        return new MarkedSource(name, file, plain, expected);
    }

    /** Its path in a folder of sources. */
    String path() {
        return name.replace('.', '/') + ".java";
    }

    /** javac reports at the mark. */
    private static List<Position> places(String text, int offset) {
        List<Position> places = new ArrayList<>(List.of(Position.at(text, offset)));
        if (CompilerUnderTest.chosen() == CompilerUnderTest.ECJ) {
            DeclaredName.after(text, offset).ifPresent(name -> places.add(Position.at(text, name)));
        }
        return places;
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no type in\n" + text);
        }
        return matcher.group(1);
    }
}
