package dev.dataflow.cli.command;

import picocli.CommandLine.Option;

/** In which form a command says what it found. */
final class FormatOptions {

    private enum Format {
        TEXT,
        JSON
    }

    @Option(names = "--format", paramLabel = "FORM", description = "text or json. Default: text.")
    private String format = "text";

    /** Whether programs are to read it; refuses forms that there are not. */
    boolean isJson() {
        return Choice.of("--format", format, Format.class) == Format.JSON;
    }
}
