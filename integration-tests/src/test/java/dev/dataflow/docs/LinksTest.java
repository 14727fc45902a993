package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that links between the project's pages lead to a file, and to a heading of it where they name one. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(((?!https?:)[^)#\\s]*)(?:#([^)\\s]+))?\\)");

    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Pages.root().resolve("docs"));
                Stream<Path> top = Files.list(Pages.root())) {
            return Stream.concat(docs, top)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) {
        for (MatchResult link : LINK.matcher(Pages.read(page)).results().toList()) {
            Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
            assertThat(target).as("%s in %s", link.group(), page).exists();
            if (link.group(2) != null) {
                assertThat(anchors(target))
                        .as("headings for %s in %s", link.group(), page)
                        .contains(link.group(2));
            }
        }
    }

    /** The headings as links name them: lower case, without punctuation, with hyphens for spaces. */
    private static List<String> anchors(Path page) {
        return HEADING.matcher(Pages.read(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
