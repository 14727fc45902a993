package dev.dataflow.migrations.schema;

import java.util.SortedMap;

/**
 * A trigger.
 *
 * @param name its name
 * @param definition the statement that creates it, as the server writes it; on MySQL and MariaDB from BEFORE or AFTER on
 * @param options what else: {@code comment}; PostgreSQL {@code enabled} ({@code disabled}, {@code replica} or
 *     {@code always}); MySQL and MariaDB {@code definer}, {@code sql mode}, {@code order} when it is not the first of its
 *     kind
 */
public record Trigger(String name, String definition, SortedMap<String, String> options) {

    /** Copies the options. */
    public Trigger {
        options = Ordered.options(options);
    }
}
