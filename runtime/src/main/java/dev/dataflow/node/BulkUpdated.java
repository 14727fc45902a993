package dev.dataflow.node;

/**
 * What a bulk update did.
 *
 * @param processed rows given, or rows that matched
 * @param updated rows changed
 */
public record BulkUpdated(long processed, long updated) {}
