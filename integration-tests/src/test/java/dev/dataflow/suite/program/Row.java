package dev.dataflow.suite.program;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of any model.
 *
 * @param values its values without the key and what the runtime manages
 * @param deleted whether it is deleted softly
 */
record Row(Map<String, @Nullable Object> values, boolean deleted) {

    static Row live(Map<String, @Nullable Object> values) {
        return new Row(values, false);
    }

    @Nullable
    Object get(String field) {
        return values.get(field);
    }

    Row with(Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> changed = new TreeMap<>(values);
        changed.putAll(changes);
        return new Row(changed, deleted);
    }

    Row with(String field, @Nullable Object value) {
        Map<String, @Nullable Object> change = new TreeMap<>();
        change.put(field, value);
        return with(change);
    }

    Row deleted(boolean now) {
        return new Row(values, now);
    }
}
