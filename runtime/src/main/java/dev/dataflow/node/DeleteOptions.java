package dev.dataflow.node;

/** How a row is deleted. Not thread-safe; valid inside the call it is handed to. */
public final class DeleteOptions extends VersionOptions<DeleteOptions> {

    /** Nothing is said of versions. */
    public DeleteOptions() {}

    @Override
    DeleteOptions self() {
        return this;
    }
}
