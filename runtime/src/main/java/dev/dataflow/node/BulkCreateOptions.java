package dev.dataflow.node;

import java.util.List;
import java.util.function.LongConsumer;
import org.jooq.Field;

/** How a bulk create works. Not thread-safe; valid inside the call it is handed to. */
public final class BulkCreateOptions {

    /** The most rows of one statement. */
    static final int DEFAULT_BATCH_SIZE = 1000;

    private int batchSize = Chunks.NOT_ASKED;
    private Conflict conflict = Conflict.ERROR;
    private List<String> conflictColumns = List.of();
    private boolean returnIds;
    private OnError onError = OnError.ABORT;
    private LongConsumer progress = rows -> {};

    /** Conflicts are errors, no ids. */
    public BulkCreateOptions() {}

    /**
     * Sets how many rows are read before they are written together; a database's own limits may make it several statements.
     * Without it 1,000, and 5,000 on PostgreSQL.
     *
     * @param rows 1 or more
     * @return this
     */
    public BulkCreateOptions batchSize(int rows) {
        if (rows < 1) {
            throw Selection.outOfRange("batch_size", "1 or more");
        }
        batchSize = rows;
        return this;
    }

    /**
     * Sets what happens to rows whose key exists.
     *
     * @param policy the policy
     * @return this
     */
    public BulkCreateOptions onConflict(Conflict policy) {
        conflict = policy;
        return this;
    }

    /**
     * Sets the key by which rows are found to exist; without it the model's only unique key besides the primary key, or
     * its assigned primary key.
     *
     * @param columns the columns of the primary key or of one unique key
     * @return this
     */
    public BulkCreateOptions conflictOn(Field<?>... columns) {
        conflictColumns = java.util.Arrays.stream(columns).map(Field::getName).toList();
        return this;
    }

    /**
     * Sets the key by names, as {@link #conflictOn(Field...)} does by columns.
     *
     * @param columns names in snake_case or as the components are named
     * @return this
     */
    public BulkCreateOptions conflictOn(List<String> columns) {
        conflictColumns = List.copyOf(columns);
        return this;
    }

    /** Returns each row's key, in the order the rows were given. */
    public BulkCreateOptions returnIds() {
        returnIds = true;
        return this;
    }

    /**
     * Has someone told of the progress: after each batch how many rows were read so far. What it throws ends the call.
     *
     * @param listener called in the calling thread
     * @return this
     */
    public BulkCreateOptions onProgress(LongConsumer listener) {
        progress = listener;
        return this;
    }

    /**
     * Sets what happens to rows that cannot be written.
     *
     * @param policy the policy
     * @return this
     */
    public BulkCreateOptions onError(OnError policy) {
        onError = policy;
        return this;
    }

    BulkPlan plan() {
        return new BulkPlan(batchSize, conflict, conflictColumns, returnIds, onError, progress);
    }
}
