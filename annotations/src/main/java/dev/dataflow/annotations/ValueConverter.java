package dev.dataflow.annotations;

/**
 * Says how values of a type are stored as values of a plain one. Generated code makes one instance for each column, with the
 * constructor that has no parameters. Implementations are thread-safe; they never see null. What they throw means that the
 * value is none of theirs.
 *
 * @param <T> the component's type
 * @param <S> the stored type: one that can be a component itself
 */
public interface ValueConverter<T, S> {

    /**
     * The value as it is stored.
     *
     * @param value a value, never null
     * @return what is stored, never null
     */
    S toStored(T value);

    /**
     * A stored value as the component's type.
     *
     * @param stored what was stored, never null
     * @return the value, never null, whose stored form is the one given
     */
    T fromStored(S stored);
}
