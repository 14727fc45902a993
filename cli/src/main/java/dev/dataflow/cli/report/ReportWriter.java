package dev.dataflow.cli.report;

/** Writes reports in one form: the same text for equal reports. Immutable and thread-safe. */
public interface ReportWriter {

    /** The text of a report, with a line break at its end. */
    String write(PlanReport report);
}
