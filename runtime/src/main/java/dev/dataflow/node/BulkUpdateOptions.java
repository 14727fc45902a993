package dev.dataflow.node;

import java.util.List;
import java.util.function.LongConsumer;

/** How a bulk update of rows that are given works. Not thread-safe; valid inside the call it is handed to. */
public final class BulkUpdateOptions {

    private int batchSize = Chunks.NOT_ASKED;
    private OnError onError = OnError.ABORT;
    private LongConsumer progress = rows -> {};

    /** A row that cannot be written ends the call. */
    public BulkUpdateOptions() {}

    /**
     * Sets how many rows are read before they are written together; a database's own limits may make it several statements.
     * Without it 1,000, and 5,000 on PostgreSQL.
     *
     * @param rows 1 or more
     * @return this
     */
    public BulkUpdateOptions batchSize(int rows) {
        if (rows < 1) {
            throw Selection.outOfRange("batch_size", "1 or more");
        }
        batchSize = rows;
        return this;
    }

    /**
     * Sets what happens to rows that cannot be written.
     *
     * @param policy the policy
     * @return this
     */
    public BulkUpdateOptions onError(OnError policy) {
        onError = policy;
        return this;
    }

    /**
     * Has someone told of the progress: after each batch how many rows were read so far. What it throws ends the call.
     *
     * @param listener called in the calling thread
     * @return this
     */
    public BulkUpdateOptions onProgress(LongConsumer listener) {
        progress = listener;
        return this;
    }

    BulkPlan plan() {
        return new BulkPlan(batchSize, Conflict.ERROR, List.of(), false, onError, progress);
    }
}
