package dev.dataflow.migrations.schema;

import java.util.List;
import java.util.SortedMap;

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
}
