package dev.dataflow.cli.report;

import org.jspecify.annotations.Nullable;

/**
 * How long a step is expected to take.
 *
 * @param words for people
 * @param leastMillis at least so many milliseconds; null when it is unknown
 * @param mostMillis at most so many milliseconds; null when it is unknown
 * @param source what that is computed from, or why it is unknown
 */
public record TimeReport(
        String words, @Nullable Long leastMillis, @Nullable Long mostMillis, String source) {}
