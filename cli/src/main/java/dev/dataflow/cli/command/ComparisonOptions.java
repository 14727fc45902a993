package dev.dataflow.cli.command;

import dev.dataflow.cli.terminal.Console;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is compared with what. */
final class ComparisonOptions {

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private SchemaOptions schemas = new SchemaOptions();

    @Mixin
    private HintOptions hints = new HintOptions();

    @Option(names = "--check", description = "Exit with 6 when anything differs.")
    private boolean check;

    /** Reads and compares the schemas. */
    Comparison read(Console console) {
        return new ComparisonReader(console, database, schemas, hints).read();
    }

    /** Whether a difference is a failure. */
    boolean isCheck() {
        return check;
    }
}
