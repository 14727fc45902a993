package dev.dataflow.type;

/** What a column accepts, and what it makes of it. Stateless. */
interface Limits<T> {

    /** The value as it will be stored. */
    T store(T value);

    /** The value as comparisons use it. */
    default T floor(T value) {
        return value;
    }

    static <T> Limits<T> none() {
        return value -> value;
    }
}
