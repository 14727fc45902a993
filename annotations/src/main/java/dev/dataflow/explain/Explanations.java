package dev.dataflow.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pages of error codes, as the documentation has them. Those of {@code VAL} codes lie in the processor's jar, those of
 * {@code DF} codes in the runtime's. Immutable and thread-safe.
 */
public final class Explanations {

    private static final String FOLDER = "META-INF/dataflow/errors/";
    private static final Pattern CODE = Pattern.compile("(?m)^\\| \\[([A-Z]+-\\d+)]\\([^)]*\\) \\| (.*?) \\|$");
    private static final Pattern NUMBER = Pattern.compile("\\d");
    private static final int MOST_NEAR = 3;
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
        return List.copyOf(titles().keySet());
    }

    /** The titles of all codes, by code. */
    public Map<String, String> titles() {
        String index = read("README.md").orElseThrow(() -> new IllegalStateException("the index of codes is missing"));
        Map<String, String> titles = new LinkedHashMap<>();
        CODE.matcher(index).results().forEach(line -> titles.put(line.group(1), line.group(2)));
        return Collections.unmodifiableMap(titles);
    }

    /**
     * Codes near one that does not exist: of words, such as {@code UNIQUE_VIOLATION}, those whose titles have most of them;
     * of a code, those that differ from it by a digit or a letter, or that begin with its digits.
     *
     * @param wrong what was asked for
     * @return at most three codes, the nearest first; none when none is near, or no title has any of the words
     */
    public List<String> near(String wrong) {
        return NUMBER.matcher(wrong).find() ? nearNumber(wrong) : withWords(wrong);
    }

    private List<String> nearNumber(String wrong) {
        return codes().stream()
                .map(code -> CodeLikeness.of(wrong, code))
                .filter(CodeLikeness::isNear)
                .sorted(CodeLikeness.NEAREST_FIRST)
                .limit(MOST_NEAR)
                .map(CodeLikeness::code)
                .toList();
    }

    private List<String> withWords(String wrong) {
        List<String> words = List.of(wrong.strip().toLowerCase(Locale.ROOT).split("[^a-z]+"));
        Map<String, Long> found = new LinkedHashMap<>();
        titles().forEach((code, title) -> found.put(
                code,
                words.stream()
                        .filter(word -> word.length() > 1)
                        .filter(word -> title.toLowerCase(Locale.ROOT).contains(word))
                        .count()));
        return found.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_NEAR)
                .map(Map.Entry::getKey)
                .toList();
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
