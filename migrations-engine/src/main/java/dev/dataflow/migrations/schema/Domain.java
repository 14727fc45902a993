package dev.dataflow.migrations.schema;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A domain: a type with conditions.
 *
 * @param name its name
 * @param type the type it is made of
 * @param nullable whether it may be NULL
 * @param defaultValue its default as an SQL expression; null for none
 * @param collation its collation, when that is not its type's; else null
 * @param checks its conditions
 * @param options what else: {@code comment}
 */
public record Domain(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable String defaultValue,
        @Nullable String collation,
        List<Check> checks,
        SortedMap<String, String> options) {

    /** Copies the lists. */
    public Domain {
        checks = Ordered.byName(checks, Check::name);
        options = Ordered.options(options);
    }
}
