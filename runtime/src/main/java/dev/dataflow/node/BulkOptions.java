package dev.dataflow.node;

import java.util.List;
import java.util.function.LongConsumer;

/**
 * What can be said of every bulk call that is given rows. Not thread-safe; valid inside the call it is handed to.
 *
 * @param <O> the options themselves, for chaining
 */
public abstract sealed class BulkOptions<O extends BulkOptions<O>>
        permits BulkCreateOptions, BulkUpdateOptions, BulkUpsertOptions {

    private int batchSize = Chunks.NOT_ASKED;
    private OnError onError = OnError.ABORT;
    private LongConsumer progress = rows -> {};

    BulkOptions() {}

    abstract O self();

    abstract BulkPlan plan();

    /**
     * Sets how many rows are read before they are written together; a database's own limits may make it several statements.
     * Without it 1,000, and 5,000 on PostgreSQL.
     *
     * @param rows 1 or more
     * @return this
     */
    public final O batchSize(int rows) {
        if (rows < 1) {
            throw Selection.outOfRange("batch_size", "1 or more");
        }
        batchSize = rows;
        return self();
    }

    /**
     * Sets what happens to rows that cannot be written.
     *
     * @param policy the policy
     * @return this
     */
    public final O onError(OnError policy) {
        onError = policy;
        return self();
    }

    /**
     * Has someone told of the progress: after each batch how many rows were read so far. What it throws ends the call.
     *
     * @param listener called in the calling thread
     * @return this
     */
    public final O onProgress(LongConsumer listener) {
        progress = listener;
        return self();
    }

    final BulkPlan plan(Conflict conflict, List<String> conflictColumns, boolean wantsIds) {
        return new BulkPlan(batchSize, conflict, conflictColumns, wantsIds, onError, progress);
    }
}
