package dev.dataflow.migrations.schema;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An enum type.
 *
 * @param name its name
 * @param labels its values in their order
 * @param options what else: {@code comment}
 */
public record EnumType(String name, List<String> labels, SortedMap<String, String> options) {

    /** Copies the lists. */
    public EnumType {
        labels = List.copyOf(labels);
        options = Ordered.options(options);
    }

    /** An enum type of nothing but values. */
    public static EnumType of(String name, List<String> labels) {
        return new EnumType(name, labels, new TreeMap<>());
    }
}
