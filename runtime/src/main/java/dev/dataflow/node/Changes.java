package dev.dataflow.node;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.query.FilterParser;
import dev.dataflow.statement.Change;
import dev.dataflow.type.IllegalValueException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A patch, checked.
 *
 * @param list what is changed, by column position
 * @param values the values by column position; more places than changes
 */
record Changes(List<Change> list, @Nullable Object[] values) {

    static <M, K, D extends Draft, P extends Patch<P>> Changes of(ModelMetadata<M, K, D, P> model, P patch) {
        model.checkNamed(patch);
        List<Change> list = new ArrayList<>();
        @Nullable Object[] values = new Object[model.columns().size()];
        for (Map.Entry<String, @Nullable Object> change : model.changes(patch).entrySet()) {
            int position = FilterParser.position(model, change.getKey(), "the patch");
            Column<?> column = model.columns().get(position);
            if (column.managed() != null) {
                throw Refusal.managed(model, column);
            }
            if (model.key().includes(position)) {
                throw Refusal.keyChange(model, column);
            }
            if (change.getValue() instanceof Field<?> expression) {
                list.add(new Change(position, expression));
            } else {
                values[position] = store(model, column, change.getValue());
                list.add(new Change(position, null));
            }
        }
        list.sort(Comparator.comparingInt(Change::column));
        return new Changes(list, values);
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    /** The values with the key of the row they are for. */
    @Nullable
    <K> Object[] forKey(ModelMetadata<?, K, ?, ?> model, K key) {
        @Nullable Object[] row = values.clone();
        model.key().put(key, row);
        return row;
    }

    static <T> @Nullable Object store(ModelMetadata<?, ?, ?, ?> model, Column<T> column, @Nullable Object value) {
        if (value == null) {
            if (!column.nullable()) {
                throw Refusal.nullValue(model, column);
            }
            return null;
        }
        try {
            return column.type().store(column.type().javaType().cast(value));
        } catch (IllegalValueException e) {
            throw Refusal.value(model, column, e);
        }
    }
}
