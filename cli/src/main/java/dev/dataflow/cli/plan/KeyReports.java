package dev.dataflow.cli.plan;

import dev.dataflow.cli.report.Dependant;
import dev.dataflow.cli.report.KeyReport;
import dev.dataflow.migrations.analysis.CascadeReach;
import dev.dataflow.migrations.analysis.CascadeStep;
import dev.dataflow.migrations.analysis.Effect;
import dev.dataflow.migrations.analysis.ForeignKeyAnalyzer;
import dev.dataflow.migrations.analysis.ForeignKeyReport;
import dev.dataflow.migrations.analysis.KeyCycle;
import dev.dataflow.migrations.analysis.KeyFinding;
import dev.dataflow.migrations.analysis.KeyLink;
import dev.dataflow.migrations.fact.CurrentNames;
import dev.dataflow.migrations.fact.PlanTables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** What there is to know about the foreign keys of the tables of a plan, when it has run. */
final class KeyReports {

    private final Set<String> tables;
    private final ForeignKeyAnalyzer analyzer;

    private KeyReports(JudgedPlan judged) {
        CurrentNames names = new CurrentNames(judged.diff().changes());
        tables = new HashSet<>(new PlanTables(judged.plan(), judged.diff()).after());
        analyzer = new ForeignKeyAnalyzer(
                judged.diff().after(),
                table -> names.isCreated(table)
                        ? OptionalLong.of(0)
                        : judged.facts().table(names.table(table)).rows());
    }

    static KeyReport of(JudgedPlan judged) {
        KeyReports reports = new KeyReports(judged);
        return new KeyReport(reports.reaches(), reports.findings());
    }

    private List<Dependant> reaches() {
        return tables.stream()
                .sorted()
                .map(analyzer::reach)
                .filter(KeyReports::takesRowsAlong)
                .map(reach -> new Dependant(
                        "delete from " + reach.table(),
                        "rows along: " + most(reach.rows()),
                        reach.steps().stream().map(KeyReports::report).toList()))
                .toList();
    }

    /** Whether other rows are deleted or changed, and not only a delete refused. */
    private static boolean takesRowsAlong(CascadeReach reach) {
        return reach.steps().stream()
                .map(step -> step.outcome().effect())
                .anyMatch(effect -> effect == Effect.ROWS_GO || effect == Effect.ROWS_CHANGE);
    }

    private static Dependant report(CascadeStep step) {
        return new Dependant(
                step.link().table() + " by " + step.link().name(),
                step.outcome().text() + ", rows: " + most(step.rows()) + (step.again() ? ", as above" : ""),
                step.steps().stream().map(KeyReports::report).toList());
    }

    private static String most(OptionalLong rows) {
        return rows.isPresent() ? "at most " + rows.getAsLong() : "unknown";
    }

    private List<String> findings() {
        ForeignKeyReport report = analyzer.report();
        List<String> findings = new ArrayList<>();
        report.findings().stream()
                .filter(finding -> isOfPlan(finding.link()))
                .map(KeyFinding::text)
                .forEach(findings::add);
        report.cycles().stream()
                .filter(cycle -> !cycle.isSelf() && cycle.tables().stream().anyMatch(tables::contains))
                .map(KeyCycle::text)
                .map(cycle -> "circle: " + cycle)
                .forEach(findings::add);
        return findings;
    }

    private boolean isOfPlan(KeyLink link) {
        return tables.contains(link.table())
                || link.key().target().schema() == null
                        && tables.contains(link.key().target().name());
    }
}
