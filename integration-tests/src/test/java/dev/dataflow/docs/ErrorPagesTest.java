package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that each error code has a page, each page a code, and that a test provokes each code. What the pages show is
 * compared by those tests and by {@link PagesTest}. Pages of compile-time codes are checked by the processor's tests.
 */
class ErrorPagesTest {

    /** The tests whose errors the pages show. */
    static final List<String> PROVOKING = List.of(
            "SetUpErrorsTest.java",
            "ParameterErrorsTest.java",
            "FilterErrorsTest.java",
            "PageErrorsTest.java",
            "SchemaErrorsTest.java",
            "CatalogErrorsTest.java",
            "CommandLineErrorsTest.java",
            "DatabaseErrorsTest.java",
            "TenantErrorsTest.java");

    /** Reserved: nothing raises it. */
    private static final Set<ErrorCode> UNUSED = EnumSet.of(ErrorCode.INTERNAL);

    static Stream<ErrorCode> used() {
        return Arrays.stream(ErrorCode.values()).filter(code -> !UNUSED.contains(code));
    }

    @Test
    void eachPageHasACode() {
        assertThat(ErrorPage.all().stream().map(ErrorPage::codeOf).filter(code -> !code.startsWith("VAL-")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::id).toList());
    }

    @Test
    void eachCodeIsProvokedByATest() {
        List<String> provoked = PROVOKING.stream()
                .flatMap(file -> Regions.provoked(file).stream())
                .toList();
        assertThat(provoked)
                .containsExactlyInAnyOrderElementsOf(used().map(ErrorCode::id).toList());
    }

    /** A code that is raised must be provoked. */
    @Test
    void whatIsNotProvokedIsNotUsed() throws IOException {
        assertThat(uses(ErrorCode.UNIQUE_VIOLATION)).isNotEmpty();
        assertThat(UNUSED).allSatisfy(code -> assertThat(uses(code)).isEmpty());
    }

    private static List<Path> uses(ErrorCode code) throws IOException {
        List<Path> uses = new ArrayList<>();
        for (String module : List.of("runtime", "migrations-engine")) {
            try (Stream<Path> files = Files.walk(Pages.root().resolve(module + "/src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> Pages.read(file).contains("ErrorCode." + code.name()))
                        .forEach(uses::add);
            }
        }
        return uses;
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void eachCodeHasAPage(ErrorCode code) {
        assertThat(new ErrorPage(code).text())
                .startsWith("# " + code.id() + ": " + code.title() + "\n")
                .contains("Constant `" + code.name() + "`", "retryable: ", "[" + code.id() + "] ")
                .contains("\n## Message\n", "\n## Causes, most likely first\n", "\n## Fix\n");
    }

    @ParameterizedTest
    @MethodSource("used")
    void eachPageShowsWhatIsWrongAndWhatWasSaid(ErrorCode code) {
        assertThat(new ErrorPage(code).text())
                .containsPattern("\n## Example\n\n<!-- from: \\w+Test.java#" + code.id() + " -->\n```java\n")
                .contains("\n## Message\n\n<!-- output: " + code.id() + " -->\n```text\n");
    }

    /** What is corrected in a test is shown. */
    @Test
    void eachCorrectionIsOnItsPage() {
        for (String file : PROVOKING) {
            for (String region : Regions.of(file).keySet()) {
                String page = Pages.read(ErrorPage.FOLDER.resolve(region.replaceAll("-fixed$", "") + ".md"));
                assertThat(page).contains("<!-- from: " + file + "#" + region + " -->");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void eachCodeIsInTheIndex(ErrorCode code) {
        assertThat(Pages.read(ErrorPage.FOLDER.resolve("README.md")))
                .contains("| [" + code.id() + "](" + code.id() + ".md) | " + code.title() + " |\n");
    }
}
