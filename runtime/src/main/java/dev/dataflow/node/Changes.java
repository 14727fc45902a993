package dev.dataflow.node;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Modification;
import dev.dataflow.metadata.Patch;
import dev.dataflow.query.FilterParser;
import dev.dataflow.query.UpdateOperand;
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

    private static final Comparator<Change> BY_COLUMN = Comparator.comparingInt(Change::column);

    static <M, K, D extends Draft, P extends Patch<P>> Changes of(ModelMetadata<M, K, D, P> model, P patch) {
        model.checkNamed(patch);
        Map<String, @Nullable Object> given = model.changes(patch);
        List<Change> list = new ArrayList<>(given.size());
        @Nullable Object[] values = new Object[model.columns().size()];
        given.forEach((name, value) -> list.add(change(model, name, value, values)));
        if (list.size() > 1) {
            list.sort(BY_COLUMN);
        }
        return new Changes(list, values);
    }

    private static Change change(
            ModelMetadata<?, ?, ?, ?> model, String name, @Nullable Object value, @Nullable Object[] values) {
        int position = FilterParser.position(model, name, "the patch");
        Column<?> column = model.columns().get(position);
        if (column.managed() != null) {
            throw Refusal.managed(model, column);
        }
        if (model.key().includes(position)) {
            throw Refusal.keyChange(model, column);
        }
        if (value instanceof Field<?> expression) {
            return Change.expression(position, expression);
        }
        if (value instanceof Modification modification) {
            values[position] = UpdateOperand.read(column, modification);
            return Change.operator(position, modification.operator());
        }
        values[position] = store(model, column, value);
        return Change.value(position);
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    /** What operators compute, such as {@code $inc of `stock`}; empty without operators. */
    List<String> computed(ModelMetadata<?, ?, ?, ?> model) {
        return list.stream()
                .filter(change -> change.operator() != null)
                .map(change -> "`" + change.operator() + "` of `"
                        + model.columns().get(change.column()).name() + "`")
                .toList();
    }

    /** What a failed statement is told as: what an operator computed and a column cannot hold was the caller's to avoid. */
    DataFlowException told(ModelMetadata<?, ?, ?, ?> model, DataFlowException failure) {
        List<String> computed = computed(model);
        if (failure.code() != ErrorCode.VALUE_OUT_OF_RANGE || computed.isEmpty()) {
            return failure;
        }
        return new InvalidInputException(
                new Problem(
                        ErrorCode.TYPE_MISMATCH,
                        "the result of " + String.join(" or ", computed) + " does not fit a column of " + model,
                        "a row's new value has too many digits or characters, and values are stored without loss or"
                                + " not at all",
                        "narrow the filter to rows whose result fits, or widen the column"),
                failure);
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
