package dev.dataflow.type;

import java.util.function.UnaryOperator;

/** What a column accepts, and what it makes of it. Stateless. */
interface Limits<T> {

    /** The value as it will be stored. */
    T store(T value);

    /** The value to be written: as it will be stored, unless writing sees to that. */
    default T bind(T value) {
        return store(value);
    }

    /** The value as comparisons use it. */
    default T floor(T value) {
        return value;
    }

    /** Limits of what can be bound at all, so that they hold for comparisons too. */
    static <T> Limits<T> always(UnaryOperator<T> limits) {
        return new Limits<>() {
            @Override
            public T store(T value) {
                return limits.apply(value);
            }

            @Override
            public T floor(T value) {
                return limits.apply(value);
            }
        };
    }

    static <T> Limits<T> none() {
        return value -> value;
    }
}
