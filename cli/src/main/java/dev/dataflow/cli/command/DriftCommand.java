package dev.dataflow.cli.command;

import dev.dataflow.cli.report.Json;
import dev.dataflow.cli.report.Target;
import dev.dataflow.cli.source.DatabaseAccess;
import dev.dataflow.cli.source.KeptState;
import dev.dataflow.cli.source.TextFile;
import dev.dataflow.cli.terminal.Console;
import dev.dataflow.cli.terminal.Style;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.snapshot.Fingerprint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dataflow db drift}. */
@Command(
        name = "drift",
        headerHeading = "Examples:%n  dataflow db drift --url jdbc:sqlite:shop.db --against shop.json%n%n",
        description = "Whether a database is still what a snapshot or a plan says. Exits with 6 when it is not.")
final class DriftCommand implements Callable<Integer> {

    private enum Format {
        TEXT,
        JSON
    }

    private final RootCommand root;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--against",
            required = true,
            paramLabel = "FILE",
            description = "A snapshot or a plan. A plan fits the schema before it and the one after it.")
    private String against = "";

    @Option(names = "--format", paramLabel = "FORM", description = "text or json. Default: text.")
    private String format = "text";

    DriftCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = root.console();
        Format form = Choice.of("--format", format, Format.class);
        KeptState kept = KeptState.read(
                console.around().file(against), TextFile.read(console.around().file(against)));
        Schema present;
        String place;
        try (DatabaseAccess access = database.open(console)) {
            present = console.during("reading the schema of " + access.place() + " …", access::read);
            place = access.place();
        }
        ComparisonReader.requireSame(kept.engine(), present.engine());
        String fingerprint = Fingerprint.of(present);
        String state = kept.stateOf(fingerprint);
        List<String> differences = state == null ? kept.differences(present) : List.of();
        if (form == Format.JSON) {
            console.write(json(place, fingerprint, state != null, state, differences));
        } else if (state != null) {
            console.print(console.styled(Style.GOOD, "✔ no drift") + ": " + place + " is " + state + "\n");
        } else {
            differences.forEach(each -> console.print("  " + each + "\n"));
        }
        if (state == null) {
            throw drifted(place, fingerprint, kept, differences);
        }
        return ExitCode.OK.number();
    }

    private String json(
            String place, String fingerprint, boolean ok, @Nullable String state, List<String> differences) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", "dataflow-drift-report/1");
        tree.put("ok", ok);
        tree.put("tool", VersionText.tool());
        tree.put("against", against);
        tree.put("place", place);
        tree.put("fingerprint", fingerprint);
        tree.put("state", state == null ? "drifted" : state);
        tree.put("differences", differences);
        return Json.write(tree);
    }

    private SchemaException drifted(String place, String fingerprint, KeptState kept, List<String> differences) {
        return new SchemaException(
                new Problem(
                        ErrorCode.SCHEMA_DRIFTED,
                        place + " is not what " + against + " says",
                        "its fingerprint is " + shorten(fingerprint) + ", and expected is "
                                + String.join(
                                        " or ",
                                        kept.fingerprints().stream()
                                                .map(DriftCommand::shorten)
                                                .toList())
                                + (differences.isEmpty() ? "" : "; " + differences.size() + " changes lead there"),
                        "take back what somebody changed by hand, or write the snapshot or the plan anew"),
                null);
    }

    private static String shorten(String fingerprint) {
        return Target.shorten(fingerprint);
    }
}
