package dev.dataflow.cli.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms a report can have in a file. */
public enum ReportForm {
    /** A page that needs nothing besides itself. */
    HTML(List.of(".html", ".htm")),
    /** What code scanning reads. */
    SARIF(List.of(".sarif", ".sarif.json")),
    /** A comment. */
    MARKDOWN(List.of(".md", ".markdown")),
    /** For programs. */
    JSON(List.of(".json"));

    private final List<String> endings;

    ReportForm(List<String> endings) {
        this.endings = endings;
    }

    /** The endings of all forms. */
    public static List<String> allEndings() {
        return Arrays.stream(values()).flatMap(form -> form.endings.stream()).toList();
    }

    /** The form that a file's name says. */
    public static Optional<ReportForm> of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(form -> form.endings.stream().anyMatch(name::endsWith))
                .findFirst();
    }

    /** What writes it. */
    public ReportWriter writer(Tool tool) {
        return switch (this) {
            case HTML -> new HtmlReport(tool);
            case SARIF -> new SarifReport(tool);
            case MARKDOWN -> new MarkdownReport();
            case JSON -> new JsonReport(tool);
        };
    }
}
