package dev.dataflow.migrations.schema;

import java.util.List;
import java.util.SortedMap;

/**
 * A type of several fields.
 *
 * @param name its name
 * @param columns its fields in order; only names, types and collations
 * @param options what else: {@code comment}
 */
public record CompositeType(String name, List<Column> columns, SortedMap<String, String> options) {

    /** Copies the lists. */
    public CompositeType {
        columns = List.copyOf(columns);
        options = Ordered.options(options);
    }
}
