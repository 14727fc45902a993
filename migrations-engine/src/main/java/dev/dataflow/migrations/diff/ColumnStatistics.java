package dev.dataflow.migrations.diff;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is known of a column's values, without any of them.
 *
 * @param nulls the share of rows with NULL, from 0 to 1; empty when there are no rows
 * @param distinct the share of different values among those that are not NULL; empty when there are none
 * @param shortest the characters of the shortest text; empty for what is no text
 * @param longest the characters of the longest text; empty for what is no text
 * @param source where it is from, in words
 */
public record ColumnStatistics(
        OptionalDouble nulls, OptionalDouble distinct, OptionalInt shortest, OptionalInt longest, String source) {}
