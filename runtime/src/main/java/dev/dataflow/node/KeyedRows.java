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

    private static final int MOST_KEYS = 1 << 12;

    private final NodeContext context;
    private final ModelMetadata<?, K, ?, ?> model;

    KeyedRows(NodeContext context, ModelMetadata<?, K, ?, ?> model) {
        this.context = context;
        this.model = model;
    }

    <T> Optional<T> read(K key, Projection<T> projection) {
        return readAll(List.of(key), projection).stream().findFirst();
    }

    /** How many keys one statement takes: a power of two, whose parts are no more parameters than the database takes. */
    int mostKeys() {
        int most = context.dialect().maximumParameters() / model.key().size();
        return Math.min(MOST_KEYS, Integer.highestOneBit(most));
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
        List<Integer> key = model.key().positions();
        Projection<T> read = keys.size() == 1 ? projection : projection.reading(key);
        List<@Nullable Object[]> rows = rows(keys, read, stamp);
        List<T> results = new RelatedRows(context, stamp).complete(read, rows);
        if (keys.size() == 1) {
            return results;
        }
        Map<Object, T> found = new HashMap<>();
        int[] places = read.places(key);
        KeyIdentity<K> identity = new KeyIdentity<>(context, model);
        identity.learn(keys);
        identity.learnRows(rows, places);
        for (int i = 0; i < rows.size(); i++) {
            found.put(identity.ofRow(rows.get(i), places), results.get(i));
        }
        return keys.stream()
                .map(each -> found.get(identity.of(each)))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<@Nullable Object[]> rows(List<K> keys, Projection<?> projection, Stamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        int most = mostKeys();
        for (int from = 0; from < keys.size(); from += most) {
            List<K> some = keys.subList(from, Math.min(keys.size(), from + most));
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
