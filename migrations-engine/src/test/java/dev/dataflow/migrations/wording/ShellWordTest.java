package dev.dataflow.migrations.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    private static final Path SHELL = Path.of("/bin/sh");

    @ParameterizedTest
    @ValueSource(strings = {"users.name=users.full_name", "drop-column:users.legacy", "größe.名前"})
    void whatAShellTakesAsItIsStaysSo(String text) {
        assertThat(ShellWord.of(text)).isEqualTo(text);
    }

    @Test
    void theRestIsInSingleQuotes() {
        assertThat(ShellWord.of("order lines.it's")).isEqualTo("'order lines.it'\\''s'");
        assertThat(ShellWord.of("")).isEqualTo("''");
    }

    @ParameterizedTest
    @EnabledIf("hasShell")
    @ValueSource(
            strings = {
                "a b",
                "\"a.b\".c=d",
                "it's",
                "a<b",
                "a>b",
                "*",
                "?[a]",
                "$HOME",
                "`id`",
                "a;b",
                "a&b|c",
                "(a)",
                "{a,b}",
                "#a",
                "~",
                "!a",
                "a\\b",
                "",
                "two\nlines",
                "'",
                "users.name=users.full_name"
            })
    void aShellGivesItToItsProgram(String text) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder(SHELL.toString(), "-c", "printf %s. " + ShellWord.of(text)).start();
        String given = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        assertThat(given).isEqualTo(text + ".");
    }

    static boolean hasShell() {
        return Files.isExecutable(SHELL);
    }
}
