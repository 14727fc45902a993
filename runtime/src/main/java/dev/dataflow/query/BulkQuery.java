package dev.dataflow.query;

/** Which rows a bulk update or delete is about. */
public final class BulkQuery extends FilterQuery<BulkQuery> {

    private boolean confirmed;
    private boolean limited;
    private int limit;

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
        limited = true;
        limit = rows;
        return this;
    }

    /** Whether a call without a filter is meant for all rows. */
    public boolean isConfirmed() {
        return confirmed;
    }

    /** Whether only some rows are touched. */
    public boolean isLimited() {
        return limited;
    }

    /** The most rows to touch, when limited. */
    public int limit() {
        return limit;
    }
}
