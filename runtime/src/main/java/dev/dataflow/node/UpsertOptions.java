package dev.dataflow.node;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * By which key a row is found to exist, what an upsert then does to it, and for which version of it. Not thread-safe; valid inside the call it is
 * handed to.
 *
 * @param <P> the model's patch
 */
public final class UpsertOptions<P> extends VersionOptions<UpsertOptions<P>> {

    private List<String> conflictColumns = List.of();
    private @Nullable Consumer<P> update;

    /** An existing row gets the draft's values, whatever version it has. */
    public UpsertOptions() {}

    @Override
    UpsertOptions<P> self() {
        return this;
    }

    /**
     * Sets the key by which the row is found to exist; without it the model's only unique key besides the primary key,
     * or its assigned primary key.
     *
     * @param columns the columns of the primary key or of one unique key
     * @return this
     */
    public UpsertOptions<P> conflictOn(Field<?>... columns) {
        conflictColumns = Arrays.stream(columns).map(Field::getName).toList();
        return this;
    }

    /**
     * Sets the key by names, as {@link #conflictOn(Field...)} does by columns.
     *
     * @param columns names in snake_case or as the components are named
     * @return this
     */
    public UpsertOptions<P> conflictOn(List<String> columns) {
        conflictColumns = List.copyOf(columns);
        return this;
    }

    /**
     * Sets what is done to an existing row; without it, the row gets the draft's values. A patch that sets nothing
     * leaves it as it is.
     *
     * @param changes sets what is to change
     * @return this
     */
    public UpsertOptions<P> update(Consumer<P> changes) {
        update = changes;
        return this;
    }

    List<String> conflictColumns() {
        return conflictColumns;
    }

    @Nullable
    Consumer<P> update() {
        return update;
    }
}
