package dev.dataflow.migrations.fact;

import org.jspecify.annotations.Nullable;

/**
 * What a query gave, or why it gave nothing.
 *
 * @param value what it gave; null when it gave nothing
 * @param reason why it gave nothing; empty when it did
 */
record Answer<T>(@Nullable T value, String reason) {

    static <T> Answer<T> of(T value) {
        return new Answer<>(value, "");
    }

    static <T> Answer<T> unknown(String why) {
        return new Answer<>(null, why);
    }
}
