package dev.dataflow.query;

/** Which rows a page holds and in what order. */
public final class ListQuery extends OrderedQuery<ListQuery> {

    /** The rows of a page when the caller says nothing. */
    public static final int DEFAULT_LIMIT = 100;

    /** The most rows of a page. */
    public static final int MAXIMUM_LIMIT = 10_000;

    private int limit = DEFAULT_LIMIT;
    private boolean total;

    /** The first {@value #DEFAULT_LIMIT} rows in key order, until changed. */
    public ListQuery() {}

    @Override
    ListQuery self() {
        return this;
    }

    /**
     * Sets the page's size.
     *
     * @param rows the most rows, 1 to {@value #MAXIMUM_LIMIT}
     * @return this
     */
    public ListQuery limit(int rows) {
        limit = rows;
        return this;
    }

    /** Counts all matching rows too, in a second statement. */
    public ListQuery withTotal() {
        total = true;
        return this;
    }

    /** The most rows. */
    public int limit() {
        return limit;
    }

    /** Whether all matching rows are counted too. */
    public boolean total() {
        return total;
    }
}
