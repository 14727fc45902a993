package dev.dataflow.statement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rendered statements by model and shape. Bounded: of small statements those go first that were not used since the hand last
 * came by, as on a clock, and of large ones, those of bulk calls, only the few used last are kept. Looking up a small one
 * takes no lock. Thread-safe.
 */
final class StatementCache {

    private static final int LARGE = 32_768;
    private static final int MOST_LARGE = 32;

    private final Map<Object, Entry> small = new ConcurrentHashMap<>();
    /** In the order of the hand; guarded by itself. */
    private final Map<Object, Entry> clock = new LinkedHashMap<>();

    private final Map<Object, Statement> large = new LinkedHashMap<>(16, 0.75f, true);
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder evictions = new LongAdder();
    private final LongAdder uncached = new LongAdder();
    private final int capacity;

    StatementCache(int capacity) {
        this.capacity = capacity;
    }

    /** A statement, and whether it was used since the hand came by. */
    private static final class Entry {
        private final Statement statement;
        private volatile boolean used;

        Entry(Statement statement) {
            this.statement = statement;
        }
    }

    Statement get(Object shape, Supplier<Statement> render) {
        Statement known = find(shape);
        if (known != null) {
            hits.increment();
            return known;
        }
        misses.increment();
        Statement made = render.get();
        if (capacity > 0 && made.isShared()) {
            keep(shape, made);
        }
        return made;
    }

    /** Renders a statement whose shape nobody knows. */
    Statement uncached(Supplier<Statement> render) {
        uncached.increment();
        return render.get();
    }

    StatementCacheMetrics metrics() {
        int size = small.size();
        synchronized (large) {
            size += large.size();
        }
        return new StatementCacheMetrics(hits.sum(), misses.sum(), uncached.sum(), evictions.sum(), size, capacity);
    }

    private @Nullable Statement find(Object shape) {
        Entry entry = small.get(shape);
        if (entry != null) {
            if (!entry.used) {
                entry.used = true;
            }
            return entry.statement;
        }
        synchronized (large) {
            return large.get(shape);
        }
    }

    private void keep(Object shape, Statement made) {
        if (made.sql().length() > LARGE) {
            synchronized (large) {
                large.put(shape, made);
                if (large.size() > MOST_LARGE) {
                    large.remove(large.keySet().iterator().next());
                    evictions.increment();
                }
            }
            return;
        }
        Entry entry = new Entry(made);
        synchronized (clock) {
            if (small.putIfAbsent(shape, entry) == null) {
                while (clock.size() >= capacity) {
                    evict();
                }
                clock.put(shape, entry);
            }
        }
    }

    /** Moves the hand on by one: what was used gets another round. */
    private void evict() {
        Map.Entry<Object, Entry> first = clock.entrySet().iterator().next();
        Object shape = first.getKey();
        Entry entry = first.getValue();
        clock.remove(shape);
        if (entry.used) {
            entry.used = false;
            clock.put(shape, entry);
        } else {
            small.remove(shape);
            evictions.increment();
        }
    }
}
