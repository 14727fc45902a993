package dev.dataflow.node;

import java.util.List;

/** How a bulk update of rows that are given works. Not thread-safe; valid inside the call it is handed to. */
public final class BulkUpdateOptions extends BulkOptions<BulkUpdateOptions> {

    /** A row that cannot be written ends the call. */
    public BulkUpdateOptions() {}

    @Override
    BulkUpdateOptions self() {
        return this;
    }

    @Override
    BulkPlan plan() {
        return plan(Conflict.ERROR, List.of(), false);
    }
}
