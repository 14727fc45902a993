package dev.dataflow.migrations.schema;

import java.util.List;
import java.util.SortedMap;

/**
 * A materialised view.
 *
 * @param name its name
 * @param definition its query as the server writes it
 * @param indexes its indexes
 * @param populated whether it can be queried; WITH NO DATA leaves it empty until it is refreshed
 * @param options what else: {@code comment}, {@code with} (storage parameters)
 */
public record MaterialisedView(
        String name, String definition, List<Index> indexes, boolean populated, SortedMap<String, String> options) {

    /** Copies the lists. */
    public MaterialisedView {
        indexes = Ordered.byName(indexes, Index::name);
        options = Ordered.options(options);
    }
}
