package dev.dataflow.suite.program;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of any model.
 *
 * @param values its values without the key and what the runtime manages
 * @param deleted whether it is deleted softly
 * @param version how often it was written; 0 where rows have no versions
 */
record Row(Map<String, @Nullable Object> values, boolean deleted, long version) {

    /** A new one. */
    static Row live(Shape shape, Map<String, @Nullable Object> values) {
        return new Row(values, false, shape.versioned() ? 1 : 0);
    }

    @Nullable
    Object get(String field) {
        return values.get(field);
    }

    Row with(Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> changed = new TreeMap<>(values);
        changed.putAll(changes);
        return new Row(changed, deleted, version);
    }

    Row with(String field, @Nullable Object value) {
        Map<String, @Nullable Object> change = new TreeMap<>();
        change.put(field, value);
        return with(change);
    }

    /** The row as it is written next, live or not. */
    Row written(boolean deletedThen) {
        return new Row(values, deletedThen, version == 0 ? 0 : version + 1);
    }
}
