package dev.dataflow.cli.command;

import dev.dataflow.cli.plan.QuestionReports;
import dev.dataflow.cli.report.Json;
import dev.dataflow.cli.report.Question;
import dev.dataflow.cli.report.Target;
import dev.dataflow.cli.terminal.Console;
import dev.dataflow.cli.terminal.Line;
import dev.dataflow.cli.terminal.Style;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.snapshot.Fingerprint;
import dev.dataflow.migrations.wording.Amount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dataflow db diff}. */
@Command(
        name = "diff",
        headerHeading =
                "Examples:%n  dataflow db diff --url jdbc:sqlite:shop.db --classpath target/classes%n  dataflow db diff --from before.json --to after.json%n%n",
        description = "What differs between two schemas: a database and models, or snapshots.")
final class DiffCommand implements Callable<Integer> {

    private final RootCommand root;

    @Mixin
    private ComparisonOptions compared = new ComparisonOptions();

    @Mixin
    private FormatOptions format = new FormatOptions();

    DiffCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = root.console();
        boolean json = format.isJson();
        try (Comparison comparison = compared.read(console)) {
            List<Question> questions = QuestionReports.of(comparison.diff());
            if (json) {
                console.write(json(comparison, questions));
            } else {
                text(console, comparison, questions);
            }
            if (compared.isCheck() && !comparison.diff().isEmpty()) {
                throw pending(comparison);
            }
            return ExitCode.OK.number();
        }
    }

    private static SchemaException pending(Comparison comparison) {
        return new SchemaException(
                new Problem(
                        ErrorCode.CHANGES_PENDING,
                        comparison.before() + " and " + comparison.after() + " differ in "
                                + Amount.of(comparison.diff().changes().size(), "change", "changes"),
                        "--check asks whether they do; nothing was changed",
                        "plan the changes with `dataflow migrate plan`, or correct the models"),
                null);
    }

    private static String json(Comparison comparison, List<Question> questions) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", "dataflow-diff-report/1");
        tree.put("ok", comparison.diff().isEmpty());
        tree.put("tool", VersionText.tool());
        tree.put("engine", comparison.diff().before().engine().label());
        tree.put(
                "before",
                Map.of(
                        "place",
                        comparison.before(),
                        "fingerprint",
                        Fingerprint.of(comparison.diff().before())));
        tree.put(
                "after",
                Map.of(
                        "place",
                        comparison.after(),
                        "fingerprint",
                        Fingerprint.of(comparison.diff().after())));
        tree.put(
                "changes",
                comparison.diff().changes().stream().map(Change::describe).toList());
        tree.put("questions", questions);
        tree.put("remarks", comparison.remarks());
        return Json.write(tree);
    }

    private static void text(Console console, Comparison comparison, List<Question> questions) {
        StringBuilder text = new StringBuilder();
        String before = Target.shorten(Fingerprint.of(comparison.diff().before()));
        String after = Target.shorten(Fingerprint.of(comparison.diff().after()));
        text.append(comparison.before()).append(" (").append(before).append(") → ");
        text.append(comparison.after()).append(" (").append(after).append(")\n");
        comparison
                .diff()
                .changes()
                .forEach(change ->
                        text.append("  ").append(Line.of(change.describe())).append('\n'));
        for (Question question : questions) {
            text.append(console.styled(Style.WARNING, "⚠ " + Line.of(question.text())))
                    .append('\n');
            question.flags()
                    .forEach(flag -> text.append("  → ")
                            .append(Line.of(flag.flag()))
                            .append("   ")
                            .append(Line.of(flag.meaning()))
                            .append('\n'));
        }
        text.append(
                comparison.diff().isEmpty()
                        ? console.styled(Style.GOOD, "✔ no difference") + "\n"
                        : Amount.of(comparison.diff().changes().size(), "change", "changes") + "\n");
        comparison
                .remarks()
                .forEach(remark -> text.append("  ").append(Line.of(remark)).append('\n'));
        console.print(text.toString());
    }
}
