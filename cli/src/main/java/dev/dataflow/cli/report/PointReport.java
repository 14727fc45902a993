package dev.dataflow.cli.report;

/**
 * A part of a score.
 *
 * @param category what is at risk
 * @param points how much of it
 * @param fact what it comes from
 * @param source where the fact comes from
 * @param rule the rule that counts it
 */
public record PointReport(String category, int points, String fact, String source, String rule) {}
