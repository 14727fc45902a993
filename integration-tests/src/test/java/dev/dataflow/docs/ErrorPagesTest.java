package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that each error code has a page and each page a code. Pages of compile-time codes are checked elsewhere. */
class ErrorPagesTest {

    private static final Path FOLDER = Pages.root().resolve("docs/errors");

    @Test
    void eachPageHasACode() throws IOException {
        List<String> codes =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::id).toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.startsWith("VAL-") && !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(
                            codes.stream().map(code -> code + ".md").toList());
        }
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void eachCodeHasAPage(ErrorCode code) {
        assertThat(Pages.read(FOLDER.resolve(code.id() + ".md")))
                .startsWith("# " + code.id() + ": " + code.title() + "\n")
                .contains("Constant `" + code.name() + "`", "retryable: ", "[" + code.id() + "] ")
                .contains("\n## Message\n", "\n## Causes, most likely first\n", "\n## Fix\n");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void eachCodeIsInTheIndex(ErrorCode code) {
        assertThat(Pages.read(FOLDER.resolve("README.md")))
                .contains("| [" + code.id() + "](" + code.id() + ".md) | " + code.title() + " |\n");
    }
}
