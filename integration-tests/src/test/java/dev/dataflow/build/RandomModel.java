package dev.dataflow.build;

import java.util.Map;
import java.util.Set;

/**
 * A model made for a test.
 *
 * @param packageName its package
 * @param name its simple name
 * @param text its source
 * @param key a value for each component of its composite key; empty when its key is an {@code id} that the database counts
 * @param values a value for each other component
 * @param unsorted the components that no list is sorted by
 */
record RandomModel(
        String packageName,
        String name,
        String text,
        Map<String, Object> key,
        Map<String, Object> values,
        Set<String> unsorted) {

    RandomModel(String packageName, String name, String text) {
        this(packageName, name, text, Map.of(), Map.of(), Set.of());
    }

    String qualified() {
        return packageName + "." + name;
    }

    String path() {
        return packageName.replace('.', '/') + "/" + name + ".java";
    }
}
