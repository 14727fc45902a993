package dev.dataflow.node;

/**
 * What a bulk delete did.
 *
 * @param processed rows that matched
 * @param deleted rows deleted
 */
public record BulkDeleted(long processed, long deleted) {}
