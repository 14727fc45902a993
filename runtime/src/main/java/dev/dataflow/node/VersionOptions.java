package dev.dataflow.node;

import org.jspecify.annotations.Nullable;

/**
 * For which version of a row a change is made. Not thread-safe; valid inside the call it is handed to.
 *
 * @param <O> the options themselves, for chaining
 */
public abstract sealed class VersionOptions<O extends VersionOptions<O>>
        permits UpdateOptions, DeleteOptions, UpsertOptions {

    private @Nullable ExpectedVersion expected;
    private @Nullable ConflictPolicy policy;

    VersionOptions() {}

    abstract O self();

    /**
     * The change is made only when the row has this version; {@link #anyVersion} said before no longer counts.
     *
     * @param version the version that was read, 1 or more
     * @return this
     * @throws dev.dataflow.error.InvalidInputException DF-107 when it is less
     */
    public final O expectedVersion(long version) {
        expected = ExpectedVersion.of(version);
        return self();
    }

    /**
     * The change is made whatever version the row has: one of somebody else in the meantime may be overwritten.
     *
     * @return this
     */
    public final O anyVersion() {
        expected = ExpectedVersion.ANY;
        return self();
    }

    /**
     * Sets what is done when the row has another version.
     *
     * @param policy what; a call says which of them it can follow
     * @return this
     */
    public final O onConflict(ConflictPolicy policy) {
        this.policy = policy;
        return self();
    }

    /** Null when nothing was said. */
    @Nullable
    ExpectedVersion expected() {
        return expected;
    }

    /** Null when nothing was said. */
    @Nullable
    ConflictPolicy policy() {
        return policy;
    }
}
