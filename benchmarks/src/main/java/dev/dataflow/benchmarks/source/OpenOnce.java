package dev.dataflow.benchmarks.source;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What stays open from run to run of a JVM: the comparison has each peer run many times for a short while, and opening is not
 * what it measures. It is static since JMH makes its states anew for each run.
 */
public final class OpenOnce {

    private static final Map<String, Object> OPEN = new ConcurrentHashMap<>();

    private OpenOnce() {}

    /** What the JVM has of this kind and key; opens it the first time. */
    public static <T> T get(Class<T> kind, String key, Supplier<T> opening) {
        return kind.cast(OPEN.computeIfAbsent(kind.getName() + " " + key, ignored -> opening.get()));
    }
}
