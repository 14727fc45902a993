package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page of a code of the runtime. Its heading and the line of facts come from the catalogue and from an error that a test
 * provokes, its blocks from that test; the prose is written by hand.
 */
record ErrorPage(ErrorCode code) {

    static final Path FOLDER = Pages.root().resolve("docs/errors");

    private static final Pattern HEADING = Pattern.compile("^# .*\n");
    private static final Pattern FACTS =
            Pattern.compile("(?m)^Constant `\\w+` · exception `\\w+` · retryable: (?:yes|no)");

    /** All pages of the folder but the index. */
    static List<Path> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("README.md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code a page is of. */
    static String codeOf(Path page) {
        return page.getFileName().toString().replace(".md", "");
    }

    Path file() {
        return FOLDER.resolve(code.id() + ".md");
    }

    String text() {
        return Pages.read(file());
    }

    /** Compares the page with an error of the code, or writes it anew. */
    void check(Throwable error, String message) {
        String heading = "# " + code.id() + ": " + code.title() + "\n";
        String page = HEADING.matcher(text()).replaceFirst(Matcher.quoteReplacement(heading));
        page = FACTS.matcher(page).replaceFirst(Matcher.quoteReplacement(facts(error)));
        if (Boolean.getBoolean("updateDocs")) {
            Pages.write(file(), page);
        }
        assertThat(text())
                .as("-DupdateDocs=true writes it anew")
                .isEqualTo(page)
                .contains(facts(error));
        Pages.check("output", code.id(), message + "\n");
    }

    private String facts(Throwable error) {
        return "Constant `" + code.name() + "` · exception `" + error.getClass().getSimpleName() + "` · retryable: "
                + (retryable(error) ? "yes" : "no");
    }

    /** Asked by name: errors of a runtime without some library are of another class loader. */
    private static boolean retryable(Throwable error) {
        return Arrays.stream(error.getClass().getMethods())
                .filter(method -> method.getName().equals("retryable"))
                .map(method -> {
                    try {
                        return (Boolean) method.invoke(error);
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                })
                .findAny()
                .orElseThrow();
    }
}
