package dev.dataflow.migrations.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts what has no order of its own into one. */
final class Ordered {

    private Ordered() {}

    /** A copy in the order of names; what has none comes first, in the order of its text. */
    static <T> List<T> byName(Collection<T> values, Function<T, @Nullable String> name) {
        return values.stream()
                .sorted(Comparator.comparing(name, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
                        .thenComparing(Object::toString))
                .toList();
    }

    /** A copy in the order of the keys. */
    static SortedMap<String, String> options(Map<String, String> options) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }
}
