package dev.dataflow.migrations.open;

import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.scratch.SchemaKeys;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** Puts schemas in an order in which each comes after those that its tables point to; in circles they come by name. */
final class SchemaOrder {

    private final SortedMap<String, Schema> schemas;
    private final SchemaKeys keys;
    private final Set<String> begun = new LinkedHashSet<>();
    private final Set<String> ordered = new LinkedHashSet<>();

    private SchemaOrder(SortedMap<String, Schema> schemas, SchemaKeys keys) {
        this.schemas = schemas;
        this.keys = keys;
    }

    /**
     * The keys of schemas in their order.
     *
     * @param schemas the schemas that models want, by their keys
     * @param keys how they are named
     */
    static List<String> of(SortedMap<String, Schema> schemas, SchemaKeys keys) {
        SchemaOrder order = new SchemaOrder(schemas, keys);
        schemas.keySet().forEach(order::add);
        return List.copyOf(order.ordered);
    }

    private void add(String key) {
        if (!begun.add(key)) {
            return;
        }
        schemas.get(key).tables().stream()
                .flatMap(table -> table.foreignKeys().stream())
                .filter(each -> each.target().schema() != null)
                .map(each -> keys.of(each.target().schema()))
                .filter(schemas::containsKey)
                .distinct()
                .sorted()
                .forEach(this::add);
        ordered.add(key);
    }
}
