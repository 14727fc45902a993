package dev.dataflow.node;

import java.util.List;
import org.jooq.Field;

/** How a bulk create works. Not thread-safe; valid inside the call it is handed to. */
public final class BulkCreateOptions extends BulkOptions<BulkCreateOptions> {

    private Conflict conflict = Conflict.ERROR;
    private List<String> conflictColumns = List.of();
    private boolean returnIds;

    /** Conflicts are errors, no ids. */
    public BulkCreateOptions() {}

    @Override
    BulkCreateOptions self() {
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

    @Override
    BulkPlan plan() {
        return plan(conflict, conflictColumns, returnIds);
    }
}
