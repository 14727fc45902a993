package dev.dataflow.type;

import java.util.Set;
import java.util.function.Function;

/**
 * The binary form of a type's values on PostgreSQL. It has no cast: a column must be of just the type.
 *
 * @param columns the numbers of the PostgreSQL types that have this form
 * @param content writes a value's bytes, without their count
 */
record BinaryForm<T>(Set<Integer> columns, Content<T> content) {

    /** Writes the bytes of a value. */
    interface Content<T> {
        void write(T value, BinaryBuffer out);
    }

    static <T> BinaryForm<T> of(int column, Content<T> content) {
        return new BinaryForm<>(Set.of(column), content);
    }

    /** The form of a type whose values are stored as those of this one. */
    <R> BinaryForm<R> of(Function<R, T> encode) {
        return new BinaryForm<>(columns, (value, out) -> content.write(encode.apply(value), out));
    }

    void write(T value, BinaryBuffer out) {
        int from = out.reserve();
        content.write(value, out);
        out.fillIn(from);
    }
}
