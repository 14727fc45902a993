package dev.dataflow.cli.report;

/**
 * What wrote a report.
 *
 * @param name its name
 * @param version its version
 */
public record Tool(String name, String version) {}
