package dev.dataflow.migrations.diff;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds names in a server's text. A word that is something else counts too: what is then done again needlessly holds no
 * data. What stands in quotation marks of text does not count.
 */
public final class Mentions {

    private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'|[\\p{L}\\p{N}_$]+");
    private static final Pattern CALL =
            Pattern.compile("'(?:[^']|'')*'|\"((?:[^\"]|\"\")+)\"\\(|([\\p{L}\\p{N}_$]+)\\(");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    private Mentions() {}

    /** Whether a text has any of these names in it, in any case. */
    public static boolean any(@Nullable String text, Collection<String> names) {
        if (text == null || names.isEmpty()) {
            return false;
        }
        Set<String> words = TOKEN.matcher(text)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> words.contains(name)
                        || !WORD.matcher(name).matches()
                                && text.toLowerCase(Locale.ROOT).contains(name));
    }

    /** Whether a text calls any of these functions: the name stands before a parenthesis, as PostgreSQL writes it. */
    public static boolean call(@Nullable String text, Collection<String> functions) {
        return text != null
                && !functions.isEmpty()
                && CALL.matcher(text)
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : unquoted(found.group(1)))
                        .anyMatch(name -> name != null && functions.contains(name));
    }

    private static String unquoted(String name) {
        return name.replace("\"\"", "\"");
    }

    /** A text in which each word outside quotation marks of text is another. */
    static String replace(String text, UnaryOperator<String> other) {
        Matcher token = TOKEN.matcher(text);
        return token.replaceAll(found ->
                Matcher.quoteReplacement(found.group().startsWith("'") ? found.group() : other.apply(found.group())));
    }
}
