package dev.dataflow.migrations.schema;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A view.
 *
 * @param name its name
 * @param definition its query as the server writes it; on SQLite the columns in parentheses and AS before it, if named
 * @param triggers its triggers
 * @param rules its rewrite rules besides the one it is made of; PostgreSQL only
 * @param options what else: {@code comment}; {@code check option} ({@code local} or {@code cascaded}); PostgreSQL
 *     {@code with} (such as {@code security_invoker=true}); MySQL and MariaDB {@code security}, {@code definer}
 */
public record View(
        String name, String definition, List<Trigger> triggers, List<Rule> rules, SortedMap<String, String> options) {

    /** Copies the lists in the order of names. */
    public View {
        triggers = Ordered.byName(triggers, Trigger::name);
        rules = Ordered.byName(rules, Rule::name);
        options = Ordered.options(options);
    }

    /** A view of nothing but a query. */
    public static View of(String name, String definition) {
        return new View(name, definition, List.of(), List.of(), new TreeMap<>());
    }
}
