package dev.dataflow.query;

/** Which rows a bulk update or delete is about. */
public final class BulkQuery extends FilterQuery<BulkQuery> {

    private boolean confirmed;
    private int limit = -1;

    /** All rows, until narrowed; all rows need {@link #confirmed()}. */
    public BulkQuery() {}

    @Override
    BulkQuery self() {
        return this;
    }

    /** Says that a call without a filter is meant for all rows. */
    public BulkQuery confirmed() {
        confirmed = true;
        return this;
    }

    /**
     * Stops after so many rows, in the order of their keys.
     *
     * @param rows the most rows to touch, 1 or more
     * @return this
     */
    public BulkQuery limit(int rows) {
        limit = rows;
        return this;
    }

    /** Whether a call without a filter is meant for all rows. */
    public boolean isConfirmed() {
        return confirmed;
    }

    /** The most rows to touch; -1 for no limit. */
    public int limit() {
        return limit;
    }
}
