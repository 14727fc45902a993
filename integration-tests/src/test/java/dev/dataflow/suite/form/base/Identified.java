package dev.dataflow.suite.form.base;

import org.jspecify.annotations.Nullable;

/** A key of any type, private, with public accessors. */
public abstract class Identified<K> implements HasKey<K> {

    private @Nullable K id;

    @Override
    public @Nullable K getId() {
        return id;
    }

    public void setId(@Nullable K id) {
        this.id = id;
    }
}
