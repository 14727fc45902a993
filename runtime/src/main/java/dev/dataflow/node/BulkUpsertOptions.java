package dev.dataflow.node;

import java.util.Arrays;
import java.util.List;
import org.jooq.Field;

/** How a bulk upsert works. Not thread-safe; valid inside the call it is handed to. */
public final class BulkUpsertOptions extends BulkOptions<BulkUpsertOptions> {

    private boolean skipExisting;
    private List<String> conflictColumns = List.of();

    /** Existing rows get the new values. */
    public BulkUpsertOptions() {}

    @Override
    BulkUpsertOptions self() {
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

    @Override
    BulkPlan plan() {
        Conflict conflict = skipExisting ? Conflict.SKIP : Conflict.UPSERT;
        return plan(conflict, conflictColumns, false);
    }
}
