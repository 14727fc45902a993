package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.rule.Category;

/**
 * What makes a step risky, in one respect.
 *
 * @param category what it is a risk to
 * @param points how much of 100
 * @param fact why so much, in words; no values of rows
 * @param source where the fact is from, or why it is unknown
 * @param rule the name of the rule, or of the floor that holds
 */
public record Point(Category category, int points, String fact, String source, String rule) {}
