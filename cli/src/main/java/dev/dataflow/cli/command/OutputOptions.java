package dev.dataflow.cli.command;

import dev.dataflow.cli.report.GithubReport;
import dev.dataflow.cli.report.JsonReport;
import dev.dataflow.cli.report.MarkdownReport;
import dev.dataflow.cli.report.PlanReport;
import dev.dataflow.cli.report.ReportForm;
import dev.dataflow.cli.report.ReportWriter;
import dev.dataflow.cli.report.SarifReport;
import dev.dataflow.cli.report.TextReport;
import dev.dataflow.cli.report.Tool;
import dev.dataflow.cli.source.TextFile;
import dev.dataflow.cli.terminal.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** In which forms a report is written, and where to. */
final class OutputOptions {

    /** Forms on standard output. */
    private enum Format {
        TEXT,
        JSON,
        SARIF,
        GITHUB,
        MARKDOWN
    }

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "What standard output gets: text, json, sarif, github or markdown. Default: text.")
    private String format = "text";

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "A file for the report: .html, .sarif, .md or .json. Repeatable.")
    private List<String> reports = new ArrayList<>();

    /** Refuses what cannot be written, before anything else is done. */
    void check() {
        format();
        reports.forEach(OutputOptions::form);
    }

    /** Writes a report to standard output and to all files. */
    void write(Console console, PlanReport report) {
        Tool tool = VersionText.tool();
        for (String name : reports) {
            Path file = console.around().file(name);
            TextFile.write(file, form(name).writer(tool).write(report));
            console.say("written: " + name);
        }
        ReportWriter writer = switch (format()) {
            case TEXT -> new TextReport(console);
            case JSON -> new JsonReport(tool);
            case SARIF -> new SarifReport(tool);
            case GITHUB -> new GithubReport();
            case MARKDOWN -> new MarkdownReport();
        };
        if (format() == Format.TEXT) {
            console.print(writer.write(report));
        } else {
            console.write(writer.write(report));
        }
    }

    private Format format() {
        return Choice.of("--format", format, Format.class);
    }

    private static ReportForm form(String file) {
        return ReportForm.of(file)
                .orElseThrow(() -> Misuse.of(
                        "`--report " + file + "` has no form",
                        "the file's ending says the form",
                        "end the file with one of " + String.join(", ", ReportForm.allEndings())));
    }
}
