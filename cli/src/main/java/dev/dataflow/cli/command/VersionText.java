package dev.dataflow.cli.command;

import dev.dataflow.cli.report.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {

    private static final String FILE = "/dev/dataflow/cli/version.txt";

    VersionText() {}

    /** This program. */
    static Tool tool() {
        try (InputStream in = Objects.requireNonNull(VersionText.class.getResourceAsStream(FILE))) {
            return new Tool("dataflow", new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {tool().name() + " " + tool().version(), "Java " + System.getProperty("java.version")};
    }
}
