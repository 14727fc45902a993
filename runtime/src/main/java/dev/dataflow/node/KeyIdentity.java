package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keys in a form that is equal where the database takes them for equal: 1 and 1.0, times within one microsecond. */
final class KeyIdentity {

    private KeyIdentity() {}

    static <K> Object of(ModelMetadata<?, K, ?, ?> model, K key) {
        if (!model.key().isComposite()) {
            return ConflictKey.comparable(key);
        }
        @Nullable Object[] parts = new Object[model.key().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = model.key().part(key, model.key().positions().get(i));
        }
        return ofParts(parts, IntStream.range(0, parts.length).toArray());
    }

    /**
     * The same of a key's values among others.
     *
     * @param values the values
     * @param places where those of the key are, in its order
     */
    static Object ofParts(@Nullable Object[] values, int[] places) {
        List<Object> parts = new ArrayList<>(places.length);
        for (int place : places) {
            parts.add(ConflictKey.comparable(Objects.requireNonNull(values[place])));
        }
        return parts.size() == 1 ? parts.get(0) : parts;
    }
}
