package dev.dataflow.statement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Rendered statements by model and shape. Bounded: of small statements the first made goes first, and of large ones, those
 * of bulk calls, only the few used last are kept. Thread-safe.
 */
final class StatementCache {

    private static final int LARGE = 32_768;
    private static final int MOST_LARGE = 32;

    private final Map<Object, Statement> small = new ConcurrentHashMap<>();
    private final Map<Object, Boolean> age = new LinkedHashMap<>();
    private final Map<Object, Statement> large = new LinkedHashMap<>(16, 0.75f, true);
    private final int capacity;

    StatementCache(int capacity) {
        this.capacity = capacity;
    }

    Statement get(Object shape, Supplier<Statement> render) {
        Statement known = small.get(shape);
        if (known == null) {
            synchronized (large) {
                known = large.get(shape);
            }
        }
        if (known != null) {
            return known;
        }
        Statement made = render.get();
        if (capacity > 0) {
            keep(shape, made);
        }
        return made;
    }

    private void keep(Object shape, Statement made) {
        if (made.sql().length() > LARGE) {
            synchronized (large) {
                large.put(shape, made);
                if (large.size() > MOST_LARGE) {
                    large.remove(large.keySet().iterator().next());
                }
            }
            return;
        }
        synchronized (age) {
            small.put(shape, made);
            age.put(shape, Boolean.TRUE);
            if (age.size() > capacity) {
                Object oldest = age.keySet().iterator().next();
                age.remove(oldest);
                small.remove(oldest);
            }
        }
    }
}
