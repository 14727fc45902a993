package dev.dataflow.cli.plan;

import dev.dataflow.cli.report.Dependant;
import dev.dataflow.migrations.analysis.Certainty;
import dev.dataflow.migrations.analysis.DependencyAnalyzer;
import dev.dataflow.migrations.analysis.Operation;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.wording.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What hangs on what a plan changes. */
final class DependantReports {

    private DependantReports() {}

    static List<Dependant> of(SchemaDiff diff) {
        DependencyAnalyzer analyzer = new DependencyAnalyzer(diff.before());
        WaysOut ways = WaysOut.of(diff.changes());
        List<Dependant> all = new ArrayList<>();
        diff.changes().stream()
                .map(Operation::of)
                .flatMap(Optional::stream)
                .filter(operation -> isThere(diff.before(), operation))
                .forEach(operation -> {
                    List<Dependant> dependants = analyzer.analyze(operation).dependants().stream()
                            .map(each -> report(each, ways))
                            .toList();
                    if (!dependants.isEmpty()) {
                        all.add(new Dependant(
                                operation.describe(),
                                Amount.of(dependants.size(), "depends on it", "depend on it"),
                                dependants));
                    }
                });
        return all;
    }

    /** Changes after a rename name things as they are by then. */
    private static boolean isThere(Schema schema, Operation operation) {
        String column = operation.column();
        return schema.table(operation.table())
                .filter(table -> column == null || table.column(column).isPresent())
                .isPresent();
    }

    private static Dependant report(dev.dataflow.migrations.analysis.Dependant dependant, WaysOut ways) {
        String of = dependant.table() == null ? "" : " of " + dependant.table();
        String doubt = dependant.certainty() == Certainty.TEXT ? "may be, by a word in its text; " : "";
        return new Dependant(
                dependant.kind().text() + " " + dependant.name() + of,
                doubt + dependant.outcome().text() + ways.of(dependant),
                dependant.dependants().stream().map(each -> report(each, ways)).toList());
    }
}
