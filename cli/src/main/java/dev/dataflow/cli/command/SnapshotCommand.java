package dev.dataflow.cli.command;

import dev.dataflow.cli.source.DatabaseAccess;
import dev.dataflow.cli.source.TextFile;
import dev.dataflow.cli.terminal.Console;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.snapshot.Fingerprint;
import dev.dataflow.migrations.snapshot.Snapshot;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dataflow db snapshot}. */
@Command(
        name = "snapshot",
        headerHeading =
                "Examples:%n  dataflow db snapshot --url jdbc:sqlite:shop.db --out shop.json%n  dataflow db snapshot shop.json%n%n",
        description = "Writes a database's schema as JSON, or says what a snapshot holds.")
final class SnapshotCommand implements Callable<Integer> {

    private final RootCommand root;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A snapshot to look at, instead of a database.")
    private @Nullable String file;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it. Default: standard output.")
    private @Nullable String out;

    SnapshotCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = root.console();
        if (file != null) {
            database.refuseUnused("`" + file + "` is looked at, and no database");
            if (out != null) {
                throw Misuse.of(
                        "--out has nothing to do here", "`" + file + "` is looked at, and not written", "leave it out");
            }
            console.print(summary(SchemaOptions.snapshot(console.around(), file)));
            return ExitCode.OK.number();
        }
        Schema schema;
        try (DatabaseAccess access = database.open(console)) {
            schema = console.during("reading the schema of " + access.place() + " …", access::read);
        }
        if (out == null) {
            console.write(Snapshot.write(schema));
        } else {
            TextFile.write(console.around().file(out), Snapshot.write(schema));
            console.say("written: " + out + ", " + Fingerprint.of(schema));
        }
        return ExitCode.OK.number();
    }

    private static String summary(Schema schema) {
        return "engine       " + schema.engine().label() + "\nfingerprint  " + Fingerprint.of(schema)
                + "\ntables       "
                + schema.tables().size() + "\ncolumns      "
                + schema.tables().stream()
                        .mapToInt(table -> table.columns().size())
                        .sum()
                + "\nviews        "
                + (schema.views().size() + schema.materialisedViews().size()) + "\nroutines     "
                + schema.routines().size() + "\n";
    }
}
