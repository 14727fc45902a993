package dev.dataflow.query;

/** Which rows a stream gives and in what order: all, in no particular order, until told. */
public final class StreamQuery extends OrderedQuery<StreamQuery> {

    private long limit = Long.MAX_VALUE;

    /** All rows, until narrowed. */
    public StreamQuery() {}

    @Override
    StreamQuery self() {
        return this;
    }

    /**
     * Ends after so many rows.
     *
     * @param rows the most rows, 1 or more
     * @return this
     */
    public StreamQuery limit(long rows) {
        limit = rows;
        return this;
    }

    /** The most rows; {@link Long#MAX_VALUE} for all. */
    public long limit() {
        return limit;
    }

    /** Whether it reads a part of what matches, for which an order is needed. */
    public boolean isPartial() {
        return limit != Long.MAX_VALUE || offset() != 0 || after() != null;
    }
}
