package dev.dataflow.cli.plan;

import dev.dataflow.cli.report.RenameReport;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.analysis.TableRename;
import dev.dataflow.migrations.analysis.TableRenameAnalyzer;
import dev.dataflow.migrations.change.TableChange;
import java.util.List;
import java.util.Locale;

/** How tables that get other names can have both for a while. */
final class RenameReports {

    private RenameReports() {}

    static List<RenameReport> of(JudgedPlan judged) {
        TableRenameAnalyzer analyzer = new TableRenameAnalyzer(judged.diff().before(), judged.version());
        return judged.plan().steps().stream()
                .flatMap(step -> step.changes().stream())
                .filter(TableChange.Rename.class::isInstance)
                .map(TableChange.Rename.class::cast)
                .map(rename -> report(analyzer, rename))
                .toList();
    }

    private static RenameReport report(TableRenameAnalyzer analyzer, TableChange.Rename change) {
        try {
            TableRename rename = analyzer.analyze(change.from(), change.to());
            return new RenameReport(
                    rename.from(),
                    rename.to(),
                    rename.steps().stream()
                            .map(step -> new RenameReport.Stage(
                                    step.phase().name().toLowerCase(Locale.ROOT),
                                    step.text(),
                                    step.statements(),
                                    step.inverse()))
                            .toList(),
                    rename.byHand(),
                    rename.notes());
        } catch (SchemaException e) {
            // the new name is that of something which the same plan takes away
            return new RenameReport(change.from(), change.to(), List.of(), List.of(), List.of(e.what()));
        }
    }
}
