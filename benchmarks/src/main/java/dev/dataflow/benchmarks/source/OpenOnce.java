package dev.dataflow.benchmarks.source;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What stays open from run to run of a JVM: the comparison has each peer run many times for a short while, and opening is not
 * what it measures. It is static since JMH makes its states anew for each run.
 */
public final class OpenOnce {

    private static final Map<String, Object> OPEN = new HashMap<>();

    private OpenOnce() {}

    /**
     * What the JVM has of this kind and key; opens it the first time. What is opened may open other things by this method on its
     * way, as a page opens its table, which a map's computeIfAbsent refuses when the two share a place in it.
     */
    public static synchronized <T> T get(Class<T> kind, String key, Supplier<T> opening) {
        String name = kind.getName() + " " + key;
        Object open = OPEN.get(name);
        if (open == null) {
            open = opening.get();
            OPEN.put(name, open);
        }
        return kind.cast(open);
    }
}
