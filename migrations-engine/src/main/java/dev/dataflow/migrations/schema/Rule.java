package dev.dataflow.migrations.schema;

import java.util.SortedMap;

/**
 * A rewrite rule.
 *
 * @param name its name
 * @param definition the statement that creates it, as the server writes it
 * @param options what else: {@code enabled} ({@code disabled}, {@code replica} or {@code always})
 */
public record Rule(String name, String definition, SortedMap<String, String> options) {

    /** Copies the options. */
    public Rule {
        options = Ordered.options(options);
    }
}
