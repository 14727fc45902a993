package dev.dataflow.cli.report;

import java.util.List;

/** A report as a comment on a change. */
public final class MarkdownReport implements ReportWriter {

    /** By which a comment that is there already is found. */
    static final String MARK = "<!-- dataflow-plan-report -->";

    /** A writer. */
    public MarkdownReport() {}

    @Override
    public String write(PlanReport report) {
        StringBuilder text = new StringBuilder(MARK)
                .append("\n## Schema plan ")
                .append(code(report.name()))
                .append(": ");
        Verdict verdict = report.verdict();
        text.append(verdict.outcome().label())
                .append(", risk **")
                .append(verdict.level())
                .append("**\n\n");
        Target target = report.target();
        text.append(target.server()).append(target.place() == null ? "" : ", " + code(target.place()));
        text.append(", model `").append(Target.shorten(target.before())).append("` → `");
        text.append(Target.shorten(target.after())).append("`\n");
        bullets(text, "", verdict.reasons());
        steps(text, report.steps());
        findings(text, report);
        questions(text, report.questions());
        if (report.analyses() != null) {
            analyses(text, report.analyses());
        }
        bullets(text, "### Remarks", report.remarks());
        return text.toString();
    }

    private static void analyses(StringBuilder text, Analyses analyses) {
        if (!analyses.dependants().isEmpty()) {
            text.append("\n### What hangs on it\n\n");
            analyses.dependants().forEach(each -> tree(text, each, ""));
        }
        if (!analyses.keys().saysNothing()) {
            text.append("\n### Foreign keys, when it has run\n\n");
            analyses.keys().reaches().forEach(each -> tree(text, each, ""));
            analyses.keys()
                    .findings()
                    .forEach(each -> text.append("- ").append(inline(each)).append('\n'));
        }
        analyses.renames().forEach(rename -> rename(text, rename));
    }

    private static void steps(StringBuilder text, List<StepReport> steps) {
        if (steps.isEmpty()) {
            return;
        }
        text.append(
                "\n| # | phase | change | lock | work | takes | rows | risk | undo |\n|--:|---|---|---|---|---|---|---|---|\n");
        for (StepReport step : steps) {
            List<String> cells = List.of(
                    String.valueOf(step.number()),
                    step.phase(),
                    step.change(),
                    step.lock(),
                    step.work(),
                    step.time().words(),
                    step.rows(),
                    step.score() == null ? step.risk().name() : step.risk().name() + " " + step.score(),
                    step.undo().summary());
            text.append("| ");
            text.append(
                    String.join(" | ", cells.stream().map(MarkdownReport::cell).toList()));
            text.append(" |\n");
        }
        text.append("\n<details><summary>SQL</summary>\n");
        for (StepReport step : steps) {
            sql(text, "Step " + step.number(), step.statements());
            sql(text, "Undo of step " + step.number(), step.undo().statements());
        }
        text.append("\n</details>\n");
        for (StepReport step : steps) {
            step.failures().forEach(failure -> line(text, step, "will fail", failure));
            step.losses().forEach(loss -> line(text, step, "loses", loss));
        }
    }

    private static void line(StringBuilder text, StepReport step, String label, String what) {
        text.append("\nStep ").append(step.number()).append(" **").append(label).append(":** ");
        text.append(inline(what)).append("\n");
    }

    private static void sql(StringBuilder text, String title, List<String> statements) {
        if (!statements.isEmpty()) {
            String all = String.join(";\n", statements) + ";";
            String fence = "`".repeat(Math.max(3, backticks(all) + 1));
            text.append('\n').append(title).append(":\n\n").append(fence).append("sql\n");
            text.append(all).append('\n').append(fence).append('\n');
        }
    }

    private static void findings(StringBuilder text, PlanReport report) {
        if (report.findings().isEmpty()) {
            return;
        }
        text.append("\n### Findings\n\n");
        for (Finding finding : report.findings()) {
            text.append("- **")
                    .append(finding.risk().name())
                    .append("** `")
                    .append(finding.rule())
                    .append('`');
            if (finding.step() != null) {
                text.append(", step ").append(finding.step());
            }
            if (finding.place() != null) {
                text.append(", ")
                        .append(code(
                                finding.place().file() + ":" + finding.place().line()));
            }
            text.append(": ").append(inline(finding.message()));
            text.append(" (").append(inline(finding.source())).append(")");
            text.append(finding.fix() == null ? "\n" : "  \n  fix: " + inline(finding.fix()) + "\n");
        }
    }

    private static void questions(StringBuilder text, List<Question> questions) {
        if (questions.isEmpty()) {
            return;
        }
        text.append("\n### Questions\n\n");
        for (Question question : questions) {
            text.append("- `")
                    .append(question.code())
                    .append("` ")
                    .append(inline(question.text()))
                    .append('\n');
            question.flags()
                    .forEach(answer -> text.append("  - ")
                            .append(code(answer.flag()))
                            .append(": ")
                            .append(inline(answer.meaning()))
                            .append('\n'));
        }
    }

    private static void tree(StringBuilder text, Dependant dependant, String indent) {
        text.append(indent).append("- ").append(inline(dependant.name())).append(": ");
        text.append(inline(dependant.effect())).append('\n');
        dependant.dependants().forEach(each -> tree(text, each, indent + "  "));
    }

    private static void rename(StringBuilder text, RenameReport rename) {
        text.append("\n### ").append(inline(rename.title())).append("\n\n");
        for (RenameReport.Stage stage : rename.stages()) {
            text.append("- ")
                    .append(stage.phase())
                    .append(": ")
                    .append(inline(stage.text()))
                    .append('\n');
        }
        rename.remarks().forEach(each -> text.append("- ").append(inline(each)).append('\n'));
        if (!rename.stages().isEmpty()) {
            text.append("\n<details><summary>SQL</summary>\n");
            rename.stages().forEach(stage -> {
                sql(text, inline(stage.phase() + ": " + stage.text()), stage.statements());
                sql(text, "Undo", stage.undo());
            });
            text.append("\n</details>\n");
        }
    }

    private static void bullets(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append(title.isEmpty() ? "\n" : "\n" + title + "\n\n");
            lines.forEach(line -> text.append("- ").append(inline(line)).append('\n'));
        }
    }

    private static String cell(String text) {
        return inline(text).replace("|", "\\|");
    }

    /** On one line, with nothing in it that would be markup, or that GitHub takes for a person or an issue. */
    private static String inline(String text) {
        return text.replace("\\", "\\\\")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("`", "\\`")
                .replace("_", "\\_")
                .replace("*", "\\*")
                .replace("~", "\\~")
                .replace("[", "\\[")
                .replace("#", "#&#8203;")
                .replace("@", "@&#8203;")
                .replaceAll("\\R", " ");
    }

    /** As it is, on one line, between more backticks than it has itself. */
    private static String code(String text) {
        String fence = "`".repeat(backticks(text) + 1);
        String space = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + space + text.replaceAll("\\R", " ") + space + fence;
    }

    /** The most that stand beside each other. */
    private static int backticks(String text) {
        int most = 0;
        int here = 0;
        for (int i = 0; i < text.length(); i++) {
            here = text.charAt(i) == '`' ? here + 1 : 0;
            most = Math.max(most, here);
        }
        return most;
    }
}
