package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keys in a form that is equal where the database takes them for equal, as {@link ValueIdentity} says. Not thread-safe. */
final class KeyIdentity<K> {

    private final ModelMetadata<?, K, ?, ?> model;
    private final ValueIdentity identity;

    KeyIdentity(NodeContext context, ModelMetadata<?, K, ?, ?> model) {
        this.model = model;
        this.identity = new ValueIdentity(context, model, model.key().positions());
    }

    /** Learns keys, before their form is asked for. */
    void learn(Collection<? extends K> keys) {
        if (identity.isLearning()) {
            identity.learn(keys.stream().map(this::parts).toList());
        }
    }

    /** Learns the keys of rows, whose values hold them at some places. */
    void learnRows(Collection<@Nullable Object[]> rows, int[] places) {
        if (identity.isLearning()) {
            identity.learn(rows.stream().map(row -> parts(row, places)).toList());
        }
    }

    /** The form of a key. */
    Object of(K key) {
        List<Integer> positions = model.key().positions();
        return positions.size() == 1
                ? identity.ofOne(Objects.requireNonNull(model.key().part(key, positions.get(0))))
                : identity.of(parts(key));
    }

    /** The form of a row's key. */
    Object ofRow(@Nullable Object[] row, int[] places) {
        return Objects.requireNonNull(identity.ofRow(row, places));
    }

    private List<Object> parts(K key) {
        List<Object> parts = new ArrayList<>(model.key().size());
        for (int position : model.key().positions()) {
            parts.add(Objects.requireNonNull(model.key().part(key, position)));
        }
        return parts;
    }

    private static List<Object> parts(@Nullable Object[] row, int[] places) {
        List<Object> parts = new ArrayList<>(places.length);
        for (int place : places) {
            parts.add(Objects.requireNonNull(row[place]));
        }
        return parts;
    }
}
