package dev.dataflow.node;

/** For which version of a row an update is made. Not thread-safe; valid inside the call it is handed to. */
public final class UpdateOptions extends VersionOptions<UpdateOptions> {

    /** Nothing is said of versions. */
    public UpdateOptions() {}

    @Override
    UpdateOptions self() {
        return this;
    }
}
