package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.schema.ObjectProperties;
import dev.dataflow.migrations.schema.PropertyStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Properties as they are found. Not thread-safe. */
final class PropertyList {

    private final Map<String, List<PropertyStatement>> whole = new HashMap<>();
    private final Map<String, List<PropertyStatement>> details = new HashMap<>();
    private final Map<String, List<String>> lost = new HashMap<>();

    PropertyList whole(String key, PropertyStatement statement) {
        at(whole, key).add(statement);
        return this;
    }

    PropertyList detail(String key, PropertyStatement statement) {
        at(details, key).add(statement);
        return this;
    }

    PropertyList lost(String key, String what) {
        at(lost, key).add(what);
        return this;
    }

    ObjectProperties properties() {
        Set<String> keys = new TreeSet<>(whole.keySet());
        keys.addAll(details.keySet());
        keys.addAll(lost.keySet());
        Function<String, ObjectProperties.Properties> of = key -> new ObjectProperties.Properties(
                whole.getOrDefault(key, List.of()),
                details.getOrDefault(key, List.of()),
                lost.getOrDefault(key, List.of()));
        Map<String, ObjectProperties.Properties> all = new HashMap<>();
        keys.forEach(key -> all.put(key, of.apply(key)));
        return new ObjectProperties(true, all);
    }

    private static <T> List<T> at(Map<String, List<T>> map, String key) {
        return map.computeIfAbsent(key, each -> new ArrayList<>());
    }
}
