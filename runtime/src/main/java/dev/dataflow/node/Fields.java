package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Modification;
import dev.dataflow.metadata.Patch;
import dev.dataflow.query.FilterParser;
import dev.dataflow.query.UpdateParser;
import dev.dataflow.trait.Stamp;
import dev.dataflow.type.IllegalValueException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the fields of rows given as maps into drafts or patches. Not thread-safe. */
final class Fields<M, K, D extends Draft, P extends Patch<P>> {

    private static final Logger LOG = LoggerFactory.getLogger(Fields.class);

    private final ModelMetadata<M, K, D, P> model;
    /** Whether it was said that a managed field was dropped. */
    private boolean told;

    Fields(ModelMetadata<M, K, D, P> model) {
        this.model = model;
    }

    /**
     * Reads a new row's fields.
     *
     * @param stamp what managed columns get anyway: the same is dropped, so that what was read can be written elsewhere
     */
    D draft(Map<String, ?> fields, Stamp stamp) {
        D draft = model.newDraft();
        fields.forEach((name, value) -> {
            int position = FilterParser.position(model, name, "the fields");
            if (model.columns().get(position).managed() != null) {
                drop(position, value, stamp);
                return;
            }
            if (model.isSet(draft, position)) {
                throw twice(
                        ErrorCode.NAME_UNKNOWN, name, "a field may be named as the component or in snake_case, but");
            }
            model.set(draft, position, coerce(position, value));
        });
        return draft;
    }

    private void drop(int position, @Nullable Object value, Stamp stamp) {
        Column<?> column = model.columns().get(position);
        if (!stamp.holds(column.managed(), coerce(position, value))) {
            throw Refusal.managed(model, column);
        }
        if (!told) {
            LOG.warn("the managed field `{}` of {} was given as it would be anyway, and dropped", column.name(), model);
            told = true;
        }
    }

    P patch(Map<String, ?> fields, String path) {
        P patch = model.newPatch();
        for (UpdateParser.Update update : new UpdateParser(model).parse(fields, path)) {
            String column = model.columns().get(update.position()).column();
            if (model.changes(patch).containsKey(column)) {
                throw twice(
                        ErrorCode.CHANGED_TWICE, update.name(), "a field may be given a value or one operator, but");
            }
            @Nullable Object value = update.value();
            model.set(
                    patch, update.position(), value instanceof Modification ? value : coerce(update.position(), value));
        }
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

    private RuntimeException twice(ErrorCode code, String name, String rule) {
        return Refusal.of(
                code,
                "`" + name + "` of " + model + " is given twice",
                rule + " only once",
                "leave one of the two out");
    }
}
