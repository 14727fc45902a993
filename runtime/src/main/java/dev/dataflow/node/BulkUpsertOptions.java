package dev.dataflow.node;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.jooq.Field;

/** How a bulk upsert works. Not thread-safe; valid inside the call it is handed to. */
public final class BulkUpsertOptions {

    private int batchSize = Chunks.NOT_ASKED;
    private boolean skipExisting;
    private OnError onError = OnError.ABORT;
    private LongConsumer progress = rows -> {};
    private List<String> conflictColumns = List.of();

    /** Existing rows get the new values. */
    public BulkUpsertOptions() {}

    /**
     * Sets how many rows are read before they are written together; a database's own limits may make it several statements.
     * Without it 1,000, and 5,000 on PostgreSQL.
     *
     * @param rows 1 or more
     * @return this
     */
    public BulkUpsertOptions batchSize(int rows) {
        if (rows < 1) {
            throw Selection.outOfRange("batch_size", "1 or more");
        }
        batchSize = rows;
        return this;
    }

    /** Leaves existing rows as they are. */
    public BulkUpsertOptions skipExisting() {
        skipExisting = true;
        return this;
    }

    /**
     * Sets the key by which rows are found to exist; without it the model's only unique key besides the primary key, or
     * its assigned primary key.
     *
     * @param columns the columns of the primary key or of one unique key
     * @return this
     */
    public BulkUpsertOptions conflictOn(Field<?>... columns) {
        conflictColumns = Arrays.stream(columns).map(Field::getName).toList();
        return this;
    }

    /**
     * Sets the key by names, as {@link #conflictOn(Field...)} does by columns.
     *
     * @param columns names in snake_case or as the components are named
     * @return this
     */
    public BulkUpsertOptions conflictOn(List<String> columns) {
        conflictColumns = List.copyOf(columns);
        return this;
    }

    /**
     * Sets what happens to rows that cannot be written.
     *
     * @param policy the policy
     * @return this
     */
    public BulkUpsertOptions onError(OnError policy) {
        onError = policy;
        return this;
    }

    /**
     * Has someone told of the progress: after each batch how many rows were read so far. What it throws ends the call.
     *
     * @param listener called in the calling thread
     * @return this
     */
    public BulkUpsertOptions onProgress(LongConsumer listener) {
        progress = listener;
        return this;
    }

    BulkPlan plan() {
        Conflict conflict = skipExisting ? Conflict.SKIP : Conflict.UPSERT;
        return new BulkPlan(batchSize, conflict, conflictColumns, false, onError, progress);
    }
}
