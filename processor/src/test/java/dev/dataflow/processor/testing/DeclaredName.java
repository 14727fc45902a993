package dev.dataflow.processor.testing;

import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the name of the type or component that a place in a source belongs to. ecj reports what is wrong with a record's
 * annotations there.
 */
final class DeclaredName {

    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'" + "|[\\p{L}_$][\\p{L}\\p{N}_$]*|\\d+|\\s+|.");
    private static final Set<String> KINDS = Set.of("record", "class", "enum", "interface");

    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    private DeclaredName() {}

    /** Where the name starts. */
    static OptionalInt after(String text, int offset) {
        Matcher token = TOKEN.matcher(text).region(offset, text.length());
        String previous = "";
        String last = "";
        int lastStart = -1;
        int angles = 0;
        while (token.find()) {
            String now = token.group();
            if (now.isBlank()) {
                continue;
            }
            angles += now.equals("<") ? 1 : now.equals(">") ? -1 : 0;
            boolean ends = Set.of(",", ")", ";", "=").contains(now);
            boolean typed = previous.equals(">") || previous.equals("]") || isName(previous) || previous.isEmpty();
            boolean component = ends && angles == 0 && typed && isName(last);
            boolean type = KINDS.contains(previous) && isName(last);
            if (component || type) {
                return OptionalInt.of(lastStart);
            }
            previous = last;
            last = now;
            lastStart = token.start();
        }
        return OptionalInt.empty();
    }

    private static boolean isName(String token) {
        return !token.isEmpty() && Character.isJavaIdentifierStart(token.charAt(0)) && !LITERALS.contains(token);
    }
}
