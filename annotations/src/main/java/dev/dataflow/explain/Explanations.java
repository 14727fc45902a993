package dev.dataflow.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pages of error codes, as the documentation has them. Those of {@code VAL} codes lie in the processor's jar, those of
 * {@code DF} codes in the runtime's. Immutable and thread-safe.
 */
public final class Explanations {

    private static final String FOLDER = "META-INF/dataflow/errors/";
    private static final Pattern CODE = Pattern.compile("(?m)^\\| \\[([A-Z]+-\\d+)]");
    private static final Pattern COMMENT = Pattern.compile("(?m)^<!--.*-->\n");

    private final ClassLoader loader;

    /** Looks for pages with a class loader. */
    public Explanations(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * The page of a code, in Markdown.
     *
     * @param code such as {@code VAL-004}, in capitals or not
     * @return empty when there is no such code, or its page is not on the class path
     */
    public Optional<String> page(String code) {
        String name = code.strip().toUpperCase(Locale.ROOT);
        return codes().contains(name)
                ? read(name + ".md").map(page -> COMMENT.matcher(page).replaceAll(""))
                : Optional.empty();
    }

    /** All codes there are, whether their pages are on the class path or not. */
    public List<String> codes() {
        String index = read("README.md").orElseThrow(() -> new IllegalStateException("the index of codes is missing"));
        return CODE.matcher(index)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
    }

    /** Codes of the same kind whose numbers are nearest to one that does not exist. */
    List<String> near(String wrong) {
        String letters = wrong.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
        int number = number(wrong);
        return codes().stream()
                .filter(code -> letters.isEmpty() || code.startsWith(letters))
                .sorted(Comparator.comparingInt(code -> Math.abs(number(code) - number)))
                .limit(3)
                .toList();
    }

    private static int number(String code) {
        String digits = code.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }

    private Optional<String> read(String file) {
        try (InputStream stream = loader.getResourceAsStream(FOLDER + file)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
