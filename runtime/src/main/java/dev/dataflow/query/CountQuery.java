package dev.dataflow.query;

/** Which rows are counted. */
public final class CountQuery extends FilterQuery<CountQuery> {

    private boolean includesDeleted;

    /** Counts all rows, until narrowed. */
    public CountQuery() {}

    @Override
    CountQuery self() {
        return this;
    }

    /**
     * Sees rows that are deleted softly, too. What relations lead to is seen without them.
     *
     * @return this
     */
    public CountQuery includeDeleted() {
        includesDeleted = true;
        return this;
    }

    /** Whether rows that are deleted softly are seen, too. */
    public boolean includesDeleted() {
        return includesDeleted;
    }
}
