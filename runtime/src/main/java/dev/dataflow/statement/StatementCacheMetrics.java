package dev.dataflow.statement;

/**
 * What the cache of rendered statements has done since the instance was opened.
 *
 * @param hits statements that were there
 * @param misses statements that were rendered and kept
 * @param uncached statements that are rendered on each call: those over expressions, and over jOOQ
 *     conditions of kinds that are not known
 * @param evictions statements dropped for others; many of them say that the cache is too small
 * @param size statements kept now
 * @param capacity the most small statements kept, {@code DATAFLOW_STATEMENT_CACHE_SIZE}; some large ones of bulk calls are
 *     kept beside them
 */
public record StatementCacheMetrics(long hits, long misses, long uncached, long evictions, int size, int capacity) {

    /** The part of cacheable statements that were there, from 0 to 1; 1 before the first. */
    public double hitRate() {
        long all = hits + misses;
        return all == 0 ? 1 : (double) hits / all;
    }
}
