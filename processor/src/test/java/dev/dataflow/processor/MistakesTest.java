package dev.dataflow.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad models, as files in {@code src/test/resources/mistakes}, one for each code. An example starts with {@code ==} and its
 * title; a blank line stands between its types; {@code «VAL-005»} stands where that error is to be reported, and
 * {@code «VAL-007 warning»} where that warning is; a line {@code says:} is a part of a message. What is not marked must not
 * be reported.
 */
class MistakesTest {

    private static final Path FOLDER = Path.of("src/test/resources/mistakes");
    private static final int FEWEST = 60;

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String code = file.getFileName().toString().replace(".txt", "");
                for (String text : Files.readString(file).split("(?m)^== ")) {
                    if (!text.isBlank()) {
                        examples.add(Example.of(code, text.strip()));
                    }
                }
            }
        }
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    @Covers({
        ModelProblem.SET_NULL_OF_REQUIRED,
        ModelProblem.INVERSE_NAMING,
        ModelProblem.REFERENCE_SIZE,
        ModelProblem.COLLATION_TYPE,
        ModelProblem.REFERENCE_COLLATION,
        ModelProblem.COLLATION,
        ModelProblem.RENAMED_TWICE,
        ModelProblem.RENAMED_EXISTING,
        ModelProblem.RENAMED_NAME,
        ModelProblem.RENAMED_TABLE
    })
    void isReportedWhereItStands(Example example) {
        assertThat(example.types().toString()).contains("«" + example.code());
        Compiled compiled = Models.inShop(example.types().toArray(String[]::new))
                .with("-proc:only")
                .compileMarkedAmongOthers();
        assertThat(example.says())
                .allSatisfy(part -> assertThat(compiled.messages()).anyMatch(message -> message.contains(part)));
    }

    @Test
    void thereAreManyAndEachIsOneOfAKind() throws IOException {
        List<Example> examples = examples();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(examples.stream().map(Example::toString)).doesNotHaveDuplicates();
    }

    /**
     * An example.
     *
     * @param code the code it is about
     * @param title what is wrong
     * @param types its types
     * @param says parts of the messages
     */
    record Example(String code, String title, List<String> types, List<String> says) {

        static Example of(String code, String text) {
            String title = text.lines().findFirst().orElseThrow();
            List<String> lines = text.lines().skip(1).toList();
            List<String> says = lines.stream()
                    .filter(line -> line.startsWith("says: "))
                    .map(line -> line.substring("says: ".length()))
                    .toList();
            String source = String.join(
                    "\n",
                    lines.stream().filter(line -> !line.startsWith("says: ")).toList());
            return new Example(code, title, Arrays.asList(source.strip().split("\n\n")), says);
        }

        @Override
        public String toString() {
            return code + " " + title;
        }
    }
}
