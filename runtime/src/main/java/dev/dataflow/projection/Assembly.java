package dev.dataflow.projection;

import org.jspecify.annotations.Nullable;

/** Makes the result of one row from its values: first what its relations lead to, then its columns. */
@FunctionalInterface
interface Assembly<T> {

    T make(@Nullable Object[] values);
}
