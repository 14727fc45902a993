package dev.dataflow.node;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.trait.Stamp;
import dev.dataflow.type.IllegalValueException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Turns drafts and models into the values of a new row: defaults, keys and stamps filled in, everything checked. Not
 * thread-safe.
 */
final class NewRow<M, K, D extends Draft, P extends Patch<P>> {

    private static final NoArgGenerator UUIDS = Generators.timeBasedEpochGenerator();

    private final ModelMetadata<M, K, D, P> model;
    private final Stamp stamp;
    /** All columns that callers write; null until somebody asks which are given. */
    private @Nullable BitSet all;
    /** The columns that a model may leave out without being incomplete. */
    private int[] defaulted = {};

    NewRow(ModelMetadata<M, K, D, P> model, Stamp stamp) {
        this.model = model;
        this.stamp = stamp;
    }

    private interface IsSet {
        boolean test(int column, @Nullable Object value);
    }

    @Nullable
    Object[] of(D draft) {
        return values(column -> model.get(draft, column), (column, value) -> model.isSet(draft, column));
    }

    @Nullable
    Object[] of(M record) {
        return values(
                column -> column < model.components() ? model.value(record, column) : null,
                (column, value) -> value != null);
    }

    /** Lets the model's constructor refuse values before they are written; afterwards the row could not be read. */
    void check(@Nullable Object[] values) {
        if (model.definition().isValidating()) {
            @Nullable Object[] complete = values.clone();
            if (model.definition().generation() == KeyGeneration.IDENTITY) {
                complete[model.key().positions().get(0)] =
                        model.key().first().type().coerce(1);
            }
            model.fromValues(complete);
        }
    }

    /** The columns a draft sets. */
    BitSet given(D draft) {
        return columns(column -> model.isSet(draft, column));
    }

    /** The columns a model sets: null for a NOT NULL component counts as left out. The set may be that of other models. */
    BitSet given(M record) {
        BitSet written = written();
        for (int column : defaulted) {
            if (model.value(record, column) == null) {
                return columns(each -> each < model.components()
                        && (model.columns().get(each).nullable() || model.value(record, each) != null));
            }
        }
        return written;
    }

    private BitSet written() {
        if (all == null) {
            all = columns(column -> column < model.components());
            defaulted = all.stream()
                    .filter(column -> !model.columns().get(column).nullable())
                    .filter(column -> model.columns().get(column).defaultValue() != null)
                    .toArray();
        }
        return all;
    }

    private BitSet columns(IntPredicate isSet) {
        BitSet result = new BitSet();
        for (int i = 0; i < model.columns().size(); i++) {
            boolean written =
                    model.columns().get(i).managed() == null && !model.key().includes(i);
            result.set(i, written && isSet.test(i));
        }
        return result;
    }

    private @Nullable Object[] values(IntFunction<@Nullable Object> given, IsSet isSet) {
        List<Column<?>> columns = model.columns();
        @Nullable Object[] result = new Object[columns.size()];
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < result.length; i++) {
            Column<?> column = columns.get(i);
            Object value = given.apply(i);
            if (column.managed() != null) {
                // the version of a row that was never stored is 0, where it is a primitive
                boolean unset = column.managed() == ManagedColumn.VERSION
                        && Long.valueOf(0).equals(value);
                if (isSet.test(i, value) && !unset && !stamp.holds(column.managed(), value)) {
                    throw Refusal.managed(model, column);
                }
                result[i] = stamp.inserted(column.managed());
            } else if (model.key().includes(i)) {
                result[i] = key(column, value);
            } else {
                result[i] = store(column, value, isSet.test(i, value));
                if (result[i] == null && !column.nullable()) {
                    missing.add(column.name());
                }
            }
        }
        if (!missing.isEmpty()) {
            throw Refusal.of(
                    ErrorCode.PARAMETER_MISSING,
                    "a new " + model + " lacks `" + String.join("`, `", missing) + "`",
                    "their columns are NOT NULL and have no default",
                    "give a value, add @Default, or annotate the component @Nullable");
        }
        return result;
    }

    private <T> @Nullable Object store(Column<T> column, @Nullable Object value, boolean isSet) {
        if (value == null) {
            return isSet && column.nullable() ? null : column.defaultValue();
        }
        try {
            return column.type().store(column.type().javaType().cast(value));
        } catch (IllegalValueException e) {
            throw Refusal.value(model, column, e);
        }
    }

    private @Nullable Object key(Column<?> column, @Nullable Object value) {
        KeyGeneration generation = model.definition().generation();
        if (generation == KeyGeneration.IDENTITY) {
            // a primitive key of a row that was not created yet is 0
            if (value != null && !(value instanceof Number number && number.longValue() == 0)) {
                throw Refusal.of(
                        ErrorCode.ID_GIVEN,
                        "a new " + model + " has an id already",
                        "the database makes its ids, and a given one could meet one made later",
                        "leave the id null, or declare it @Id(generation = ASSIGNED)");
            }
            return null;
        }
        if (value == null && generation == KeyGeneration.UUID_V7) {
            return column.type().coerce(UUIDS.generate());
        }
        if (value == null) {
            throw model.key().isComposite() ? Refusal.noPart(model, column) : Refusal.noId(model);
        }
        return store(column, value, true);
    }
}
