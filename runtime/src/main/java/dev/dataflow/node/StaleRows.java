package dev.dataflow.node;

import dev.dataflow.error.VersionConflictException;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.ManagedColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares the versions that rows of a bulk call were given with to those that they have, and keeps others from them. */
final class StaleRows<K> {

    private final NodeContext context;
    private final ModelMetadata<?, K, ?, ?> model;

    StaleRows(NodeContext context, ModelMetadata<?, K, ?, ?> model) {
        this.context = context;
        this.model = model;
    }

    /**
     * Refuses a call that changed fewer rows than it was given, when more of them are there than were changed: the others have
     * another version. A row that this call changed has the next version, as one may that somebody else changed, so rows
     * are counted.
     *
     * @param keys the keys of the rows
     * @param versions the versions they were given with
     * @param changed how many of them were changed
     */
    void check(List<K> keys, List<Long> versions, long changed) {
        Map<Object, Long> stored = new HashMap<>();
        KeyIdentity<K> identity = read(keys, stored);
        long there = 0;
        VersionConflictException stale = null;
        for (int i = 0; i < keys.size(); i++) {
            Long found = stored.get(identity.of(keys.get(i)));
            if (found != null) {
                there++;
                if (stale == null || found != versions.get(i) + 1) {
                    stale = new ExpectedVersion(versions.get(i)).stale(model, found);
                }
            }
        }
        if (stale != null && there > changed) {
            throw stale;
        }
    }

    /** Locks rows before they are changed; gives an error for each that has another version than it was given with. */
    List<VersionConflictException> lock(List<K> keys, List<Long> versions) {
        Map<Object, Long> stored = new HashMap<>();
        KeyIdentity<K> identity = read(keys, stored);
        List<VersionConflictException> stale = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Long found = stored.get(identity.of(keys.get(i)));
            if (found != null && !found.equals(versions.get(i))) {
                stale.add(new ExpectedVersion(versions.get(i)).stale(model, found));
            }
        }
        return stale;
    }

    /** Reads the rows' versions, by the form of their keys; with a lock, so that MySQL gives those of now. */
    private KeyIdentity<K> read(List<K> keys, Map<Object, Long> versions) {
        List<Integer> columns = new ArrayList<>(model.key().positions());
        columns.add(model.managed(ManagedColumn.VERSION));
        int place = model.width(columns);
        Map<K, Long> rows = new LinkedHashMap<>();
        for (List<K> some : Chunks.statements(keys, model.key().size(), context)) {
            context.session()
                    .query(
                            context.statements().lockColumns(model, columns, some.size()),
                            new KeyArguments<>(model, some),
                            context.stamp(),
                            row -> rows.put(Objects.requireNonNull(model.key().read(row, 1)), row.int64(place)));
        }
        KeyIdentity<K> identity = new KeyIdentity<>(context, model);
        identity.learn(keys);
        identity.learn(rows.keySet());
        rows.forEach((key, version) -> versions.put(identity.of(key), version));
        return identity;
    }
}
