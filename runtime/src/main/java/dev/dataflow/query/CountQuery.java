package dev.dataflow.query;

/** Which rows are counted. */
public final class CountQuery extends FilterQuery<CountQuery> {

    /** Counts all rows, until narrowed. */
    public CountQuery() {}

    @Override
    CountQuery self() {
        return this;
    }
}
