package dev.dataflow.suite.form.base;

import dev.dataflow.annotations.Id;
import org.jspecify.annotations.Nullable;

/** What has a key; its annotation counts for all that implement it. */
public interface HasKey<K> {

    @Id
    @Nullable
    K getId();
}
