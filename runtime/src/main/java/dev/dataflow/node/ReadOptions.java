package dev.dataflow.node;

/** How rows are read by key. Not thread-safe; valid inside the call it is handed to. */
public final class ReadOptions {

    private boolean includesDeleted;

    /** Rows that are deleted softly are not there, until told. */
    public ReadOptions() {}

    /**
     * Sees rows that are deleted softly, too. What relations lead to is seen without them.
     *
     * @return this
     */
    public ReadOptions includeDeleted() {
        includesDeleted = true;
        return this;
    }

    boolean includesDeleted() {
        return includesDeleted;
    }
}
