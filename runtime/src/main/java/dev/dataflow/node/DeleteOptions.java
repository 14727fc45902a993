package dev.dataflow.node;

/** How rows are deleted. Not thread-safe; valid inside the call it is handed to. */
public final class DeleteOptions extends VersionOptions<DeleteOptions> {

    private boolean hard;

    /** Rows are marked where their model says so, and removed otherwise, until told; nothing is said of versions. */
    public DeleteOptions() {}

    @Override
    DeleteOptions self() {
        return this;
    }

    /**
     * Removes rows for good, also where the model has them marked, and also those that are marked already.
     *
     * @return this
     */
    public DeleteOptions hard() {
        hard = true;
        return this;
    }

    boolean isHard() {
        return hard;
    }
}
