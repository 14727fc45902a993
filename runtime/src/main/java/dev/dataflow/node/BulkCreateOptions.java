package dev.dataflow.node;

import java.util.List;
import org.jooq.Field;

/** How a bulk create works. Not thread-safe; valid inside the call it is handed to. */
public final class BulkCreateOptions {

    /** Rows of one statement when the caller says nothing. */
    public static final int DEFAULT_BATCH_SIZE = 1000;

    private int batchSize = DEFAULT_BATCH_SIZE;
    private Conflict conflict = Conflict.ERROR;
    private List<String> conflictColumns = List.of();
    private boolean returnIds;

    /** {@value #DEFAULT_BATCH_SIZE} rows a statement, conflicts are errors, no ids. */
    public BulkCreateOptions() {}

    /**
     * Sets how many rows one statement holds at most; a database's own limits may make it fewer.
     *
     * @param rows 1 or more
     * @return this
     */
    public BulkCreateOptions batchSize(int rows) {
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

    int rows() {
        return batchSize;
    }

    Conflict conflict() {
        return conflict;
    }

    List<String> conflictColumns() {
        return conflictColumns;
    }

    boolean wantsIds() {
        return returnIds;
    }
}
