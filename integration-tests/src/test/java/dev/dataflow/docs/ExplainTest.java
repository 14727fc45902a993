package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.explain.Explain;
import dev.dataflow.explain.Explanations;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void printsThePageOfEachCode() {
        List<String> codes = new Explanations(getClass().getClassLoader()).codes();
        assertThat(codes)
                .contains("VAL-002", "VAL-900")
                .containsAll(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::id).toList())
                .allSatisfy(code -> {
                    out.reset();
                    assertThat(run(code)).isZero();
                    assertThat(text(out)).isEqualTo(page(code));
                });
    }

    @Test
    void takesSmallLettersAndListsAllCodes() {
        assertThat(run("val-004")).isZero();
        assertThat(text(out))
                .startsWith("# VAL-004: ")
                .contains("[VAL-004] component `…`")
                .doesNotContain("<!--");
        out.reset();
        assertThat(run()).isZero();
        assertThat(text(out)).contains("VAL-004  conflict with a managed column\n", "DF-102  type mismatch\n");
    }

    @Test
    void namesNearCodes() {
        assertThat(run("VAL-0100", "DF-102")).isEqualTo(2);
        assertThat(text(errors)).startsWith("there is no code VAL-0100; near it is VAL-010 (");
        assertThat(text(out)).startsWith("# DF-102: ");
        assertThat(near("DF-401"))
                .isEqualTo("there is no code DF-401; near it are DF-400 (statement failed), DF-402 (unique violation),"
                        + " DF-403 (foreign key violation)\n");
        assertThat(near("DFF-402")).contains("near it are DF-402 (unique violation), ");
        assertThat(near("402")).contains("near it are DF-402 (unique violation), ");
        assertThat(near("VAL-2")).contains("near it are VAL-002 (no primary key), ");
        assertThat(near("VAL-9000"))
                .isEqualTo("there is no code VAL-9000; near it is VAL-900 (a bug in the processor)\n");
        assertThat(near("DF-31"))
                .as("codes that begin so, before DF-021, where one digit differs")
                .startsWith("there is no code DF-31; near it are DF-310 (")
                .contains(", DF-317 (", ", DF-318 (");
        assertThat(near("UNIQUE_VIOLATION")).contains("near it are DF-402 (unique violation), ");
        for (String far : List.of("DF-9999", "DF-999", "XYZ-402", "DF-123456789012", "DF-777")) {
            assertThat(near(far)).isEqualTo("there is no code " + far + "; without arguments all are listed\n");
        }
        assertThat(near("deadlok")).contains("there is no code deadlok; without arguments all are listed");
    }

    private String near(String wrong) {
        errors.reset();
        assertThat(run(wrong)).isEqualTo(2);
        return text(errors).replace(System.lineSeparator(), "\n");
    }

    @Test
    void saysWhichJarIsMissing() {
        ClassLoader indexOnly = new ClassLoader(null) {
            @Override
            public java.io.InputStream getResourceAsStream(String name) {
                return name.endsWith("README.md")
                        ? ExplainTest.class.getClassLoader().getResourceAsStream(name)
                        : null;
            }
        };
        assertThat(explain(new Explanations(indexOnly)).run(List.of("VAL-004"))).isEqualTo(2);
        assertThat(text(errors)).contains("dataflow-processor, which is not on the class path");
    }

    private static String page(String code) {
        return Pages.read(Pages.root().resolve("docs/errors").resolve(code + ".md"))
                .replaceAll("(?m)^<!--.*-->\n", "");
    }

    private int run(String... codes) {
        return explain(new Explanations(getClass().getClassLoader())).run(List.of(codes));
    }

    private Explain explain(Explanations explanations) {
        return new Explain(explanations, print(out), print(errors));
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
