package dev.dataflow.processor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples in the documentation: the first of a page is wrong, the second is its correction. */
class PagesTest {

    private static final Path PAGES = Path.of("../docs/errors");
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)\n```");

    /** Not about a model's source. */
    private static final Set<String> NO_EXAMPLE = Set.of("VAL-020", "VAL-021", "VAL-050", "VAL-900");

    private static final Map<String, String> MORE_TYPES = Map.of(
            "VAL-009", "@Model\nrecord Address(Long id) {}\n\nrecord AddressDto(Long id) {}",
            "VAL-014", "enum Status { PENDING }",
            "VAL-018", "@Model\nrecord Customer(Long id) {}");

    @Test
    void wrongExamplesGiveThePagesCode() {
        Compiled compiled = compile(0);
        assertThat(codes())
                .allSatisfy(code -> assertThat(codesIn(compiled, code)).containsOnly(code));
    }

    @Test
    void correctedExamplesGiveNone() {
        Compiled compiled = compile(1);
        assertThat(codes())
                .allSatisfy(code -> assertThat(codesIn(compiled, code)).isEmpty());
    }

    private static List<String> codes() {
        return Arrays.stream(ModelProblem.values())
                .map(ModelProblem::code)
                .filter(code -> !NO_EXAMPLE.contains(code))
                .distinct()
                .toList();
    }

    /** All pages at once, each in a package of its own; tables that pages share are no matter of theirs. */
    private static Compiled compile(int block) {
        List<String> sources = new ArrayList<>();
        for (String code : codes()) {
            String types = block(code, block) + "\n\n" + MORE_TYPES.getOrDefault(code, "");
            Stream.of(types.strip().split("\n\n(?=\\S)"))
                    .map(type -> "package " + packageOf(code)
                            + "; import dev.dataflow.annotations.*; import java.math.*; import java.util.*;"
                            + " import java.time.*; import org.jspecify.annotations.Nullable;\n" + type)
                    .forEach(sources::add);
        }
        return Models.of(sources.toArray(String[]::new)).compile();
    }

    private static String packageOf(String code) {
        return code.toLowerCase(java.util.Locale.ROOT).replace("-", "");
    }

    private static String block(String code, int number) {
        try {
            return BLOCK.matcher(Files.readString(PAGES.resolve(code + ".md")))
                    .results()
                    .map((MatchResult result) -> result.group(1))
                    .toList()
                    .get(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> codesIn(Compiled compiled, String code) {
        return compiled.byFile(packageOf(code) + "/").stream()
                .filter(found -> found.startsWith("VAL-"))
                .filter(found -> code.equals("VAL-011") || !found.startsWith("VAL-011"))
                .map(found -> found.replaceFirst(" .*", ""))
                .toList();
    }
}
