package dev.dataflow.statement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Rendered statements by model and shape. Bounded, least recently made out first. Thread-safe. */
final class StatementCache {

    private final Map<Object, Statement> statements = new ConcurrentHashMap<>();
    private final Map<Object, Boolean> age = new LinkedHashMap<>();
    private final int capacity;

    StatementCache(int capacity) {
        this.capacity = capacity;
    }

    Statement get(Object shape, Supplier<Statement> render) {
        Statement known = statements.get(shape);
        if (known != null) {
            return known;
        }
        Statement made = render.get();
        synchronized (age) {
            statements.put(shape, made);
            age.put(shape, Boolean.TRUE);
            if (age.size() > capacity) {
                Object oldest = age.keySet().iterator().next();
                age.remove(oldest);
                statements.remove(oldest);
            }
        }
        return made;
    }

    int size() {
        return statements.size();
    }
}
