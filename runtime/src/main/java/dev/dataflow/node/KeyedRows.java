package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.projection.Projection;
import dev.dataflow.trait.Stamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows by key, each into what a projection makes of it. */
final class KeyedRows<K> {

    /** Keys of one statement. */
    static final int MOST_KEYS = 1 << 12;

    private final NodeContext context;
    private final ModelMetadata<?, K, ?, ?> model;

    KeyedRows(NodeContext context, ModelMetadata<?, K, ?, ?> model) {
        this.context = context;
        this.model = model;
    }

    <T> Optional<T> read(K key, Projection<T> projection) {
        return readAll(List.of(key), projection).stream().findFirst();
    }

    /** The rows there are, in the order of their keys, which differ. */
    <T> List<T> readAll(List<K> keys, Projection<T> projection) {
        Stamp stamp = context.stamp();
        if (projection.related().isEmpty()) {
            return results(keys, projection, stamp);
        }
        return context.session().reading(() -> results(keys, projection, stamp));
    }

    private <T> List<T> results(List<K> keys, Projection<T> projection, Stamp stamp) {
        List<Integer> key = List.of(model.definition().key());
        Projection<T> read = keys.size() == 1 ? projection : projection.reading(key);
        List<@Nullable Object[]> rows = rows(keys, read, stamp);
        List<T> results = new RelatedRows(context, stamp).complete(read, rows);
        if (keys.size() == 1) {
            return results;
        }
        Map<Object, T> found = new HashMap<>();
        int place = read.places(key)[0];
        for (int i = 0; i < rows.size(); i++) {
            Object own = Objects.requireNonNull(rows.get(i)[place]);
            found.put(ConflictKey.comparable(own), results.get(i));
        }
        return keys.stream()
                .map(each -> found.get(ConflictKey.comparable(each)))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<@Nullable Object[]> rows(List<K> keys, Projection<?> projection, Stamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += MOST_KEYS) {
            List<K> some = keys.subList(from, Math.min(keys.size(), from + MOST_KEYS));
            rows.addAll(context.session()
                    .query(
                            context.statements().readColumns(model, projection.columns(), Chunks.padded(some.size())),
                            new KeyArguments<>(model, some),
                            stamp,
                            projection::read));
        }
        return rows;
    }
}
