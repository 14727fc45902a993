package dev.dataflow.migrations.rule;

/**
 * A hazard in a text of SQL.
 *
 * @param line the line on which its statement begins, from 1
 * @param match the hazard
 */
public record StatementMatch(int line, Match match) {}
