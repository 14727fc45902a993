package dev.dataflow.migrations.schema;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param name its name
 * @param type the type of its numbers; {@code bigint} on MariaDB
 * @param numbers the numbers it gives
 * @param owner the column it goes away with; null for none
 * @param options what else: {@code comment}, {@code persistence} ({@code unlogged})
 */
public record Sequence(
        String name,
        String type,
        SequenceNumbers numbers,
        @Nullable ColumnName owner,
        SortedMap<String, String> options) {

    /** Copies the options. */
    public Sequence {
        options = Ordered.options(options);
    }
}
