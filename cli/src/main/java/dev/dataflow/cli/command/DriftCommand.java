package dev.dataflow.cli.command;

import dev.dataflow.cli.report.Json;
import dev.dataflow.cli.report.Target;
import dev.dataflow.cli.source.DatabaseAccess;
import dev.dataflow.cli.source.KeptState;
import dev.dataflow.cli.source.TextFile;
import dev.dataflow.cli.terminal.Console;
import dev.dataflow.cli.terminal.Line;
import dev.dataflow.cli.terminal.Style;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.diff.Unmodelled;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.snapshot.Fingerprint;
import dev.dataflow.migrations.wording.Amount;
import java.util.ArrayList;
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
        headerHeading = "Examples:%n  dataflow db drift --url jdbc:sqlite:shop.db --against shop.json%n"
                + "  dataflow db drift --url jdbc:sqlite:shop.db --classpath target/classes%n%n",
        description =
                "Whether a database is still what a snapshot, a plan or the models say. Exits with 6 when it is not.")
final class DriftCommand implements Callable<Integer> {

    private final RootCommand root;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "A snapshot or a plan. A plan fits the schema before it and the one after it.")
    private @Nullable String against;

    @Option(
            names = {"--classpath", "-cp"},
            paramLabel = "PATHS",
            description = "Folders of classes and jars with the models, such as target/classes, instead of a file."
                    + " What models' tables have and no model does is drift, too.")
    private List<String> classPath = new ArrayList<>();

    @Mixin
    private FormatOptions format = new FormatOptions();

    DriftCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = root.console();
        boolean json = format.isJson();
        if ((against == null) == classPath.isEmpty()) {
            throw Misuse.of(
                    against == null
                            ? "it is not said what the database is to be"
                            : "--against and --classpath stand together",
                    "a snapshot or a plan (--against) says it, or models (--classpath)",
                    against == null
                            ? "add --against schema.json, or --classpath target/classes"
                            : "leave one of them out");
        }
        return against == null ? fromModels(console, json) : fromFile(console, json, against);
    }

    private Integer fromFile(Console console, boolean json, String file) {
        KeptState kept = KeptState.read(
                console.around().file(file), TextFile.read(console.around().file(file)));
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
        String expected = "its fingerprint is " + Target.shorten(fingerprint) + ", and expected is "
                + String.join(
                        " or ",
                        kept.fingerprints().stream().map(Target::shorten).toList())
                + (differences.isEmpty()
                        ? ""
                        : "; " + Amount.of(differences.size(), "change leads there", "changes lead there"));
        return tell(console, json, new Found(file, place, fingerprint, state, differences, expected));
    }

    /** The database as the models want it, with what stays beside it, against the database as it is. */
    private Integer fromModels(Console console, boolean json) {
        SchemaOptions models = SchemaOptions.ofModels(classPath);
        try (Comparison comparison = new ComparisonReader(console, database, models, new HintOptions()).read()) {
            SchemaDiff diff = comparison.diff();
            List<String> differences = new ArrayList<>(SchemaDiff.of(diff.after(), diff.before()).changes().stream()
                    .map(Change::describe)
                    .toList());
            // tables and views may be other programs'
            comparison.unmodelled().stream()
                    .filter(each -> each.table() != null)
                    .map(Unmodelled::text)
                    .forEach(each -> differences.add("not of the models: " + each));
            comparison.remarks().forEach(console::detail);
            return tell(
                    console,
                    json,
                    new Found(
                            "the models",
                            comparison.before(),
                            Fingerprint.of(diff.before()),
                            differences.isEmpty() ? "as the models say" : null,
                            differences,
                            Amount.of(differences.size(), "thing is otherwise", "things are otherwise")));
        }
    }

    /**
     * What was found.
     *
     * @param against what the database was compared with
     * @param place where the database is
     * @param fingerprint that of its schema
     * @param state which of the right states it is in; null when it is in none
     * @param differences what differs
     * @param why what was expected
     */
    private record Found(
            String against,
            String place,
            String fingerprint,
            @Nullable String state,
            List<String> differences,
            String why) {}

    private static Integer tell(Console console, boolean json, Found found) {
        if (json) {
            console.write(json(found));
        } else if (found.state() != null) {
            console.print(
                    console.styled(Style.GOOD, "✔ no drift") + ": " + found.place() + " is " + found.state() + "\n");
        } else {
            found.differences().forEach(each -> console.print("  " + Line.of(each) + "\n"));
        }
        if (found.state() == null) {
            throw drifted(found);
        }
        return ExitCode.OK.number();
    }

    private static String json(Found found) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", "dataflow-drift-report/1");
        tree.put("ok", found.state() != null);
        tree.put("tool", VersionText.tool());
        tree.put("against", found.against());
        tree.put("place", found.place());
        tree.put("fingerprint", found.fingerprint());
        tree.put("state", found.state() == null ? "drifted" : found.state());
        tree.put("differences", found.differences());
        return Json.write(tree);
    }

    private static SchemaException drifted(Found found) {
        return new SchemaException(
                new Problem(
                        ErrorCode.SCHEMA_DRIFTED,
                        found.place() + " is not what " + found.against()
                                + (found.against().startsWith("the ") ? " say" : " says"),
                        found.why(),
                        "take back what somebody changed by hand, or write the snapshot, the plan or the models anew"),
                null);
    }
}
