package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.query.FilterParser;
import dev.dataflow.type.IllegalValueException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a row given as a map into a draft or a patch. */
final class Fields<M, K, D extends Draft, P extends Patch<P>> {

    private final ModelMetadata<M, K, D, P> model;

    Fields(ModelMetadata<M, K, D, P> model) {
        this.model = model;
    }

    D draft(Map<String, ?> fields) {
        D draft = model.newDraft();
        fields.forEach((name, value) -> {
            int position = FilterParser.position(model, name, "the fields");
            if (model.columns().get(position).managed() != null) {
                throw Refusal.managed(model, model.columns().get(position));
            }
            once(name, model.isSet(draft, position));
            model.set(draft, position, coerce(position, value));
        });
        return draft;
    }

    P patch(Map<String, ?> fields) {
        P patch = model.newPatch();
        fields.forEach((name, value) -> {
            int position = FilterParser.position(model, name, "the fields");
            if (value instanceof Map<?, ?> operators
                    && !operators.isEmpty()
                    && operators.keySet().stream()
                            .allMatch(key -> String.valueOf(key).startsWith("$"))) {
                throw Input.notAvailable("the operators of `" + name + "`");
            }
            once(
                    name,
                    model.changes(patch)
                            .containsKey(model.columns().get(position).column()));
            model.set(patch, position, coerce(position, value));
        });
        return patch;
    }

    /** A value given for a column, in the column's type. */
    @Nullable
    Object coerce(int position, @Nullable Object value) {
        return value == null ? null : coerce(model, model.columns().get(position), value);
    }

    static Object coerce(ModelMetadata<?, ?, ?, ?> model, Column<?> column, Object value) {
        try {
            return column.type().coerce(value);
        } catch (IllegalValueException e) {
            throw Refusal.value(model, column, e);
        }
    }

    private void once(String name, boolean again) {
        if (again) {
            throw Refusal.of(
                    ErrorCode.NAME_UNKNOWN,
                    "`" + name + "` of " + model + " is given twice",
                    "a field may be named as the component or in snake_case, but only once",
                    "leave one of the two out");
        }
    }
}
