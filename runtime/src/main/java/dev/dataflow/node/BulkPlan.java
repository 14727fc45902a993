package dev.dataflow.node;

import java.util.List;
import java.util.function.LongConsumer;

/**
 * How a bulk call that is given rows is done.
 *
 * @param batchSize how many rows are written together; {@link Chunks#NOT_ASKED} for what suits the database
 * @param conflict what happens to rows that exist
 * @param conflictColumns the key by which they are found
 * @param wantsIds whether each row's key is told
 * @param onError what happens to rows that cannot be written
 * @param progress told after each batch how many rows were read
 */
record BulkPlan(
        int batchSize,
        Conflict conflict,
        List<String> conflictColumns,
        boolean wantsIds,
        OnError onError,
        LongConsumer progress) {}
