package dev.dataflow.processor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.testing.CompilerUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of a code: written by hand, but for the section that tells all messages of the code, which is made from the
 * catalogue.
 */
public record ProblemPage(String code) {

    private static final Path FOLDER = Path.of("../docs/errors");
    private static final String START = "<!-- messages of the catalogue; -DupdateDocs=true writes them anew -->\n";
    private static final String END = "<!-- end -->\n";
    private static final Pattern SECTION = Pattern.compile("(?s)\n?" + START + ".*?" + END);
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)\n```\n");
    private static final String SAID = "<!-- said of it; -DupdateDocs=true writes it anew -->\n";
    private static final Pattern EXAMPLE =
            Pattern.compile("(?s)(```java\n.*?\n```\n)(?:\n" + SAID + "```text\n.*?\n```\n)?");
    private static final Pattern INDEX_LINE = Pattern.compile("(?m)^\\| \\[VAL-.*\\n");

    static List<String> codes() {
        return Arrays.stream(ModelProblem.values())
                .map(ModelProblem::code)
                .distinct()
                .sorted()
                .toList();
    }

    String text() {
        return read(FOLDER.resolve(code + ".md"));
    }

    /** The page as it has to be. */
    String generated() {
        return SECTION.matcher(text()).replaceAll("").stripTrailing() + "\n\n" + section();
    }

    /** The Java of its examples: first what is wrong, then its correction. */
    List<String> examples() {
        return BLOCK.matcher(text()).results().map(found -> found.group(1)).toList();
    }

    /** The page with what the compiler says of its first example. */
    private String saying(List<String> messages) {
        String block = "\n" + SAID + "```text\n" + String.join("\n\n", messages) + "\n```\n";
        return EXAMPLE.matcher(text()).replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + block));
    }

    /** Compares the page with what the compiler says of its first example, or writes that down. */
    public void check(List<String> messages) {
        if (CompilerUnderTest.isEcj()) {
            return; // it writes types otherwise
        }
        String expected = saying(messages);
        if (Boolean.getBoolean("updateDocs")) {
            write(expected);
        }
        assertThat(text()).as("-DupdateDocs=true writes it anew").isEqualTo(expected);
    }

    private void write(String text) {
        write(FOLDER.resolve(code + ".md"), text);
    }

    void update() {
        write(FOLDER.resolve(code + ".md"), generated());
    }

    static String index() {
        return read(FOLDER.resolve("README.md"));
    }

    /** The index with a line for each code, named as its page. */
    static String generatedIndex() {
        String lines = codes().stream()
                .map(code -> "| [" + code + "](" + code + ".md) | " + new ProblemPage(code).title() + " |\n")
                .collect(Collectors.joining());
        String index = index();
        Matcher first = INDEX_LINE.matcher(index);
        if (!first.find()) {
            throw new AssertionError("no VAL- line in the index");
        }
        String rest = INDEX_LINE.matcher(index).replaceAll("");
        return rest.substring(0, first.start()) + lines + rest.substring(first.start());
    }

    static void updateIndex() {
        write(FOLDER.resolve("README.md"), generatedIndex());
    }

    private String title() {
        String heading = text().lines().findFirst().orElseThrow();
        return heading.substring(heading.indexOf(": ") + 2);
    }

    private String section() {
        StringBuilder section = new StringBuilder(START).append("## Messages\n");
        for (Level level : Level.values()) {
            List<ModelProblem> problems = Arrays.stream(ModelProblem.values())
                    .filter(problem -> problem.code().equals(code) && problem.level() == level)
                    .toList();
            if (!problems.isEmpty()) {
                section.append('\n').append(describe(level)).append("\n\n```text\n");
                section.append(problems.stream().map(ProblemPage::message).collect(Collectors.joining("\n")));
                section.append("```\n");
            }
        }
        return section.append(END).toString();
    }

    private String describe(Level level) {
        return switch (level) {
            case BLOCKING -> "Errors that prevent generation; no option silences them:";
            case ERROR ->
                "Errors, which `@Model(validation = WARN)` or `-Adataflow.validation=WARN` makes warnings, and `OFF` silences:";
            case WARNING -> "Warnings, which `@SuppressWarnings(\"" + code + "\")` or `OFF` silences:";
        };
    }

    private static String message(ModelProblem problem) {
        return problem.text("…", "…", "…", "…", "…").replace("\n", "\n  ") + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
