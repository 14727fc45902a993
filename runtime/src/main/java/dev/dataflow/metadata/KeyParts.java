package dev.dataflow.metadata;

import org.jspecify.annotations.Nullable;

/**
 * How the values of a composite key are taken out of the generated key class and put into it. Generated code implements
 * it. Stateless.
 *
 * @param <K> the generated key class
 */
public interface KeyParts<K> {

    /**
     * One value of a key.
     *
     * @param key the key
     * @param column the column's position in the model's metadata, of one of the key's
     * @return the value; null only where a caller made a key that lacks it
     */
    @Nullable
    Object part(K key, int column);

    /**
     * Makes a key.
     *
     * @param values values by column position; those of the key are not null, the others are ignored
     * @return the key
     */
    K of(@Nullable Object[] values);
}
