package dev.dataflow.node;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.statement.Collation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of some columns in a form that is equal where the database takes them for equal: 1 and 1.0, times within one
 * microsecond, texts by the column's collation. Values must be learned before their form is asked for. Not thread-safe.
 */
final class ValueIdentity {

    private final List<Column<?>> columns = new ArrayList<>();
    private final List<@Nullable TextIdentity> texts = new ArrayList<>();
    private boolean collated;

    ValueIdentity(NodeContext context, ModelMetadata<?, ?, ?, ?> model, List<Integer> positions) {
        for (int position : positions) {
            Column<?> column = model.columns().get(position);
            Collation collation = context.collations().of(context, model, column);
            columns.add(column);
            texts.add(collation == null ? null : new TextIdentity(context, model, collation));
            collated |= collation != null;
        }
    }

    /** Whether values need be learned at all. */
    boolean isLearning() {
        return collated;
    }

    /** Learns values, each a list with one for each column. */
    void learn(Collection<? extends List<?>> values) {
        for (int i = 0; i < texts.size(); i++) {
            TextIdentity identity = texts.get(i);
            if (identity != null) {
                Set<String> all = new LinkedHashSet<>();
                for (List<?> each : values) {
                    all.add(text(i, each.get(i)));
                }
                identity.learn(all);
            }
        }
    }

    /** The form of values, one for each column. */
    List<Object> of(List<?> values) {
        List<Object> form = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            form.add(form(i, values.get(i)));
        }
        return form;
    }

    /** The form of a value, where there is one column: no list, for most keys and references have one. */
    Object ofOne(Object value) {
        return form(0, value);
    }

    /**
     * The form of the values that a row has at some places, one for each column, and without a list where there is one; null when
     * one of them is NULL.
     */
    @Nullable
    Object ofRow(@Nullable Object[] row, int[] places) {
        if (places.length == 1) {
            Object value = row[places[0]];
            return value == null ? null : ofOne(value);
        }
        List<Object> form = new ArrayList<>(places.length);
        for (int i = 0; i < places.length; i++) {
            Object value = row[places[i]];
            if (value == null) {
                return null;
            }
            form.add(form(i, value));
        }
        return form;
    }

    private Object form(int column, Object value) {
        TextIdentity identity = texts.get(column);
        return identity == null ? ConflictKey.comparable(value) : identity.of(text(column, value));
    }

    private String text(int column, Object value) {
        return (String) Objects.requireNonNull(columns.get(column).export(value));
    }
}
