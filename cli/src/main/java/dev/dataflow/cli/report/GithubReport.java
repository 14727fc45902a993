package dev.dataflow.cli.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Findings as lines that GitHub Actions shows beside files. */
public final class GithubReport implements ReportWriter {

    /** A writer. */
    public GithubReport() {}

    @Override
    public String write(PlanReport report) {
        StringBuilder lines = new StringBuilder();
        for (Finding finding : report.findings()) {
            line(lines, level(finding.risk()), finding.place(), finding.rule() + " " + finding.title(), finding.text());
        }
        for (Question question : report.questions()) {
            StringBuilder text = new StringBuilder(question.text());
            question.flags()
                    .forEach(answer ->
                            text.append("\n").append(answer.flag()).append(": ").append(answer.meaning()));
            line(lines, "error", null, question.code() + " open question", text.toString());
        }
        String summary = report.command() + " " + report.name() + ": "
                + report.verdict().outcome().label() + ", risk "
                + report.verdict().risk().name().toLowerCase(Locale.ROOT);
        line(lines, "notice", null, "plan", summary);
        return lines.toString();
    }

    private static void line(StringBuilder lines, String level, @Nullable Place place, String title, String text) {
        lines.append("::").append(level).append(' ');
        if (place != null) {
            lines.append("file=")
                    .append(property(place.file()))
                    .append(",line=")
                    .append(place.line())
                    .append(',');
        }
        lines.append("title=")
                .append(property(title))
                .append("::")
                .append(data(text))
                .append('\n');
    }

    private static String level(Risk risk) {
        return switch (risk) {
            case HIGH, CRITICAL -> "error";
            case MEDIUM -> "warning";
            case LOW, UNKNOWN -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
