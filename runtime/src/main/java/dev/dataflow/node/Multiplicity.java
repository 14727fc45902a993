package dev.dataflow.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** How often each key comes in a batch, so that rows laid over each other are counted as if they were written one by one. */
final class Multiplicity {

    private final Map<Object, Integer> times = new HashMap<>();
    private boolean several;

    void add(Object key) {
        several |= times.merge(key, 1, Integer::sum) > 1;
    }

    /**
     * Writes the rows, those of keys that come equally often together.
     *
     * @param byKey the rows by the form of their keys
     * @param write gives how many of some rows exist
     */
    <T> long count(Map<Object, T> byKey, ToLongFunction<Collection<T>> write) {
        if (!several) {
            return write.applyAsLong(byKey.values());
        }
        Map<Integer, List<T>> groups = new TreeMap<>();
        byKey.forEach((key, row) -> groups.computeIfAbsent(times.getOrDefault(key, 0), ignored -> new ArrayList<>())
                .add(row));
        long count = 0;
        for (Map.Entry<Integer, List<T>> group : groups.entrySet()) {
            count += group.getKey() * write.applyAsLong(group.getValue());
        }
        return count;
    }
}
