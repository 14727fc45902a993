package dev.dataflow.cli.report;

import dev.dataflow.cli.terminal.Console;
import dev.dataflow.cli.terminal.Line;
import dev.dataflow.cli.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report for people at a terminal. */
public final class TextReport implements ReportWriter {

    private final Console console;

    /** A writer for a console, which decides about colours and how much is said. */
    public TextReport(Console console) {
        this.console = console;
    }

    @Override
    public String write(PlanReport report) {
        StringBuilder text = new StringBuilder();
        Target target = report.target();
        text.append(console.styled(Style.BOLD, "Plan " + Line.of(report.name())));
        text.append("   schema ").append(Target.shorten(target.before())).append(" → ");
        text.append(Target.shorten(target.after())).append("   ").append(target.server());
        text.append(target.place() == null ? "" : " (" + Line.of(target.place()) + ")")
                .append("\n");
        steps(text, report.steps());
        for (StepReport step : report.steps()) {
            step.failures().forEach(each -> note(text, Style.WORST, "✖ step " + step.number() + " will fail: " + each));
            step.losses().forEach(each -> note(text, Style.BAD, "⚠ step " + step.number() + " loses " + each));
        }
        report.findings().forEach(finding -> finding(text, finding));
        report.questions().forEach(question -> question(text, question));
        if (report.analyses() != null) {
            analyses(text, report.analyses());
        }
        if (console.isVerbose()) {
            details(text, report.steps());
        }
        verdict(text, report);
        return text.toString();
    }

    private void analyses(StringBuilder text, Analyses analyses) {
        if (!analyses.dependants().isEmpty()) {
            text.append("\nWhat hangs on it:\n");
            analyses.dependants().forEach(each -> tree(text, each, "  "));
        }
        if (!analyses.keys().saysNothing()) {
            text.append("\nForeign keys, when it has run:\n");
            analyses.keys().reaches().forEach(each -> tree(text, each, "  "));
            analyses.keys()
                    .findings()
                    .forEach(each -> text.append("  ▪ ").append(Line.of(each)).append('\n'));
        }
        analyses.renames().forEach(rename -> rename(text, rename));
    }

    private void steps(StringBuilder text, List<StepReport> steps) {
        if (steps.isEmpty()) {
            return;
        }
        TextTable table =
                new TextTable(List.of("#", "phase", "change", "lock", "work", "takes", "rows", "risk", "undo"));
        List<Risk> risks = new ArrayList<>();
        for (StepReport step : steps) {
            table.row(List.of(
                    String.valueOf(step.number()),
                    step.phase(),
                    Line.of(step.changes().isEmpty() ? "" : step.changes().get(0)),
                    Line.of(step.lock()),
                    step.work(),
                    step.time().words(),
                    step.rows(),
                    step.risk().name(),
                    step.undo().summary()));
            risks.add(step.risk());
            step.changes().stream().skip(1).forEach(change -> {
                table.row(List.of("", "", Line.of(change), "", "", "", "", "", ""));
                risks.add(step.risk());
            });
        }
        text.append('\n');
        List<String> lines = table.lines();
        text.append(console.styled(Style.FAINT, lines.get(0))).append('\n');
        for (int i = 1; i < lines.size(); i++) {
            text.append(styled(risks.get(i - 1), lines.get(i))).append('\n');
        }
    }

    private String styled(Risk risk, String line) {
        return switch (risk) {
            case CRITICAL -> console.styled(Style.WORST, line);
            case HIGH -> console.styled(Style.BAD, line);
            case MEDIUM -> console.styled(Style.WARNING, line);
            case LOW, UNKNOWN -> line;
        };
    }

    private void finding(StringBuilder text, Finding finding) {
        String place = finding.place() == null
                ? finding.step() == null ? "" : "step " + finding.step() + ": "
                : finding.place().file() + ":" + finding.place().line() + ": ";
        text.append('\n');
        text.append(
                styled(finding.risk(), finding.risk().name().toLowerCase(Locale.ROOT) + "[" + finding.rule() + "]"));
        text.append(' ').append(place).append(Line.of(finding.message())).append('\n');
        text.append("  known from: ").append(Line.of(finding.source())).append('\n');
        if (finding.fix() != null) {
            text.append("  fix: ").append(Line.of(finding.fix())).append('\n');
        }
    }

    private void question(StringBuilder text, Question question) {
        text.append('\n');
        text.append(console.styled(Style.WARNING, "question[" + question.code() + "]"));
        text.append(' ').append(Line.of(question.text())).append('\n');
        question.flags()
                .forEach(answer -> text.append("  → ")
                        .append(Line.of(answer.flag()))
                        .append("   ")
                        .append(Line.of(answer.meaning()))
                        .append('\n'));
    }

    private void details(StringBuilder text, List<StepReport> steps) {
        for (StepReport step : steps) {
            text.append("\nStep ")
                    .append(step.number())
                    .append(": ")
                    .append(Line.of(step.change()))
                    .append(", transaction: ");
            text.append(step.transaction()).append('\n');
            step.statements().forEach(sql -> text.append(indented(sql)).append(";\n"));
            for (PointReport point : step.points()) {
                text.append("  +")
                        .append(point.points())
                        .append(' ')
                        .append(point.category())
                        .append(": ");
                text.append(Line.of(point.fact()))
                        .append(" (")
                        .append(point.source())
                        .append(", ")
                        .append(point.rule());
                text.append(")\n");
            }
            UndoReport undo = step.undo();
            text.append("  undo: ").append(undo.summary());
            text.append(undo.missing() == null ? "\n" : ", " + Line.of(undo.missing()) + "\n");
            undo.statements().forEach(sql -> text.append(indented(sql)).append(";\n"));
        }
    }

    private static String indented(String sql) {
        return "    " + sql.replace("\n", "\n    ");
    }

    private static void tree(StringBuilder text, Dependant dependant, String indent) {
        text.append(indent)
                .append("▪ ")
                .append(Line.of(dependant.name()))
                .append(": ")
                .append(Line.of(dependant.effect()))
                .append('\n');
        dependant.dependants().forEach(each -> tree(text, each, indent + "  "));
    }

    private void rename(StringBuilder text, RenameReport rename) {
        text.append('\n').append(Line.of(rename.title())).append(":\n");
        for (RenameReport.Stage stage : rename.stages()) {
            text.append("  ▪ ")
                    .append(stage.phase())
                    .append(": ")
                    .append(Line.of(stage.text()))
                    .append('\n');
            if (console.isVerbose()) {
                stage.statements().forEach(sql -> text.append(indented(sql)).append(";\n"));
            }
        }
        rename.remarks()
                .forEach(each -> text.append("  ▪ ").append(Line.of(each)).append('\n'));
    }

    private void note(StringBuilder text, Style style, String line) {
        text.append("  ").append(console.styled(style, Line.of(line))).append('\n');
    }

    private void verdict(StringBuilder text, PlanReport report) {
        Verdict verdict = report.verdict();
        Style style = switch (verdict.outcome()) {
            case NOTHING, ALLOWED -> Style.GOOD;
            case FINDINGS, QUESTIONS, CONSENT -> Style.WARNING;
            case BLOCKED, FAILS -> Style.WORST;
        };
        String mark = style == Style.GOOD ? "✔ " : style == Style.WARNING ? "⚠ " : "✖ ";
        text.append('\n').append(console.styled(style, mark + verdict.outcome().label()));
        if (verdict.outcome() != Verdict.Outcome.NOTHING) {
            text.append(", risk ").append(verdict.level());
        }
        text.append('\n');
        verdict.reasons()
                .forEach(reason -> text.append("  ").append(Line.of(reason)).append('\n'));
        report.remarks()
                .forEach(remark -> text.append("  ").append(Line.of(remark)).append('\n'));
    }
}
