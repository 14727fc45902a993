package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.schema.ColumnName;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the values of columns that may have been renamed. Immutable.
 *
 * @param before of columns that are gone, by their names before
 * @param after of columns that are new, by their names after; empty where the target has no rows, as that of models
 */
public record ValueStatistics(Map<ColumnName, ColumnStatistics> before, Map<ColumnName, ColumnStatistics> after) {

    /** Nothing is known. */
    public static final ValueStatistics NONE = new ValueStatistics(Map.of(), Map.of());

    /** Copies the maps. */
    public ValueStatistics {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    Optional<ColumnStatistics> before(ColumnName column) {
        return Optional.ofNullable(before.get(column));
    }

    Optional<ColumnStatistics> after(ColumnName column) {
        return Optional.ofNullable(after.get(column));
    }
}
