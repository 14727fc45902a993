package dev.dataflow.processor.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.CompilerUnderTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples in the documentation: the first of a page is wrong, the second is its correction. */
class PagesTest {

    /** A bug has no example that stays one; {@code CrashTest} provokes it, and shows it. */
    private static final Set<String> NO_EXAMPLE = Set.of("VAL-900");

    /** What is not about a model's source, or names all models, is compiled alone. */
    private static final Set<String> ALONE = Set.of("VAL-009", "VAL-020", "VAL-021", "VAL-050");

    @Test
    void wrongExamplesGiveThePagesCodeAndMessage() {
        PageExamples wrong = PageExamples.compile(together(), 0);
        assertThat(together()).allSatisfy(code -> {
            assertThat(wrong.codes(code)).containsOnly(code);
            new ProblemPage(code).check(wrong.messages(code));
        });
    }

    @Test
    void correctedExamplesGiveNone() {
        PageExamples corrected = PageExamples.compile(together(), 1);
        assertThat(together())
                .allSatisfy(code -> assertThat(corrected.codes(code)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"VAL-009", "VAL-020", "VAL-021", "VAL-050"})
    void whatIsNotAboutOneModelIsShownToo(String code) {
        assumeFalse(
                CompilerUnderTest.isEcj() && code.equals("VAL-050"), "ecj takes generated files for some of no module");
        assertThat(ALONE).contains(code);
        Compiled wrong = PageExamples.compileAlone(code, 0);
        List<String> said = PageExamples.ours(wrong.messages());
        assertThat(said).isNotEmpty().allSatisfy(message -> assertThat(message).startsWith("[" + code + "]"));
        new ProblemPage(code).check(said);
        assertThat(PageExamples.ours(PageExamples.compileAlone(code, 1).messages()))
                .isEmpty();
    }

    private static List<String> together() {
        return ProblemPage.codes().stream()
                .filter(code -> !NO_EXAMPLE.contains(code) && !ALONE.contains(code))
                .toList();
    }
}
